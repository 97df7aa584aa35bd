using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>Every problem that an operation can answer: by status, each code with an example.</summary>
public static class ProblemAnswers
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.Responses ??= [];
        foreach (var problems in Of(operation, context).Distinct().GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[problems.Key.ToString(CultureInfo.InvariantCulture)] = Answer(problems.Key, [.. problems], context.Document!);
        }

        return Task.CompletedTask;
    }

    /// <summary>All problems that the operations of a document can answer, each once.</summary>
    public static IEnumerable<DocumentedProblem> In(OpenApiDocument document) =>
        document.Paths.Values
            .SelectMany(path => path.Operations!.Values)
            .SelectMany(operation => operation.Responses!)
            .SelectMany(response => Examples(response.Value).Select(example =>
                new DocumentedProblem(int.Parse(response.Key, CultureInfo.InvariantCulture), example.Key, example.Value.Summary!)))
            .DistinctBy(problem => problem.Code);

    private static IEnumerable<KeyValuePair<string, IOpenApiExample>> Examples(IOpenApiResponse response) =>
        response.Content?.TryGetValue(Problem.ContentType, out var content) == true ? content.Examples! : [];

    private static IEnumerable<DocumentedProblem> Of(OpenApiOperation operation, OpenApiOperationTransformerContext context) =>
    [
        .. context.Description.ActionDescriptor.EndpointMetadata.OfType<Refuses>().SelectMany(refuses => refuses.Refusals).Select(DocumentedProblem.Of),
        .. operation.RequestBody is not null || operation.Parameters?.Count > 0 ? DoorProblems.OfInput : [],
        .. operation.RequestBody is not null ? DoorProblems.OfBody : [],
        .. context.Metadata<Access>() is { Anyone: false } ? DoorProblems.OfKey : [],
        .. context.Metadata<Access>() is { Publishable: true } ? DoorProblems.OfPublishableKey : [],
        .. context.Metadata<Access>()?.Scope is not null ? DoorProblems.OfScope : [],
        .. context.Metadata<TakesIdempotencyKey>() is not null ? DoorProblems.OfIdempotencyKey : [],
        .. context.HonoursIfMatch() ? DoorProblems.OfIfMatch : [],
        .. DoorProblems.Always,
    ];

    /// <summary>What every operation answers alike is written once.</summary>
    private static IOpenApiResponse Answer(int status, DocumentedProblem[] problems, OpenApiDocument document)
    {
        var response = Response(status, problems, document);
        if (problems is not [var only] || !DoorProblems.AreOfEveryCall(only))
        {
            return response;
        }

        document.AddComponent(only.Code, response);
        return new OpenApiResponseReference(only.Code, document);
    }

    private static OpenApiResponse Response(int status, DocumentedProblem[] problems, OpenApiDocument document) => new()
    {
        Description = $"{ReasonPhrases.GetReasonPhrase(status)}: {string.Join(", ", problems.Select(problem => $"`{problem.Code}`"))}.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Problem.ContentType] = new()
            {
                Schema = new OpenApiSchemaReference(ProblemSchema.Name, document),
                Examples = problems.ToDictionary(problem => problem.Code, IOpenApiExample (problem) => Example(problem)),
            },
        },
    };

    private static OpenApiExample Example(DocumentedProblem problem) => new()
    {
        Summary = problem.Title,
        Value = new JsonObject
        {
            ["type"] = Problem.TypeOf(problem.Code),
            ["title"] = problem.Title,
            ["status"] = problem.Status,
            ["code"] = problem.Code,
        },
    };
}
