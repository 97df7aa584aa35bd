using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// What is wrong with a request that cannot be read: the serializer's complaint, told in the caller's words and fields,
/// without the names of our types.
/// </summary>
public static partial class UnreadableRequest
{
    /// <summary>How the serializer's texts begin to tell what is wrong, and how the API tells it.</summary>
    private static readonly (string Complaint, string Answer)[] Complaints =
    [
        ("could not be mapped", "There is no such field."),
        ("doesn't allow", "Cannot be null."),
        ("Duplicate property", "Stands there twice."),
        ("could not be converted", "Has the wrong type, or is not one of the known values."),
    ];

    public static ProblemDetails Of(BadHttpRequestException exception) => exception.InnerException is JsonException json ? Of(json) : OfOther(exception);

    private static ProblemDetails Of(JsonException exception)
    {
        if (MissingFields().Match(exception.Message) is { Success: true } missing)
        {
            return Invalid(QuotedNames().Matches(missing.Groups[1].Value).Select(name => Join(Field(exception), name.Groups[1].Value)), "Is required.");
        }

        var answer = Complaints.FirstOrDefault(entry => exception.Message.Contains(entry.Complaint, StringComparison.Ordinal)).Answer;
        return (answer, Field(exception)) switch
        {
            (null, _) => Malformed($"The JSON ends or breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}, or is nested too deeply."),
            (_, "") => Malformed("The body must be a JSON object."),
            (_, var field) => Invalid([field], answer),
        };
    }

    private static ProblemDetails OfOther(BadHttpRequestException exception) => Parameter().Match(exception.Message) is { Success: true } parameter
        ? Invalid([JsonNames.Of(parameter.Groups[1].Value)], "Cannot be read.")
        : Malformed("Send a complete request with a body of valid JSON, in UTF-8.");

    private static ProblemDetails Malformed(string detail) => Problem.Of(StatusCodes.Status400BadRequest, Problem.Codes.Malformed, "The request cannot be read.", detail);

    private static ProblemDetails Invalid(IEnumerable<string> fields, string answer) =>
        Problem.OfShape(fields.Distinct().ToDictionary(field => field, _ => new[] { answer }));

    private static string Field(JsonException exception) =>
        exception is PatchFieldException patch ? Join(FromRoot(patch.Path), FromRoot(patch.PathInside)) : FromRoot(exception.Path);

    /// <summary>A path without the sign of the root.</summary>
    private static string FromRoot(string? path) => (path ?? "").TrimStart('$').TrimStart('.');

    private static string Join(string parent, string name) => (parent, name) switch
    {
        ("", _) => name,
        (_, "") => parent,
        (_, ['[', ..]) => parent + name,
        _ => $"{parent}.{name}",
    };

    [GeneratedRegex("missing required properties including: (.*)", RegexOptions.Singleline)]
    private static partial Regex MissingFields();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex QuotedNames();

    [GeneratedRegex("parameter \"\\S+ (\\w+)\"")]
    private static partial Regex Parameter();
}
