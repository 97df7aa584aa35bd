using System.Collections;
using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Language;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A map from language codes that are spoken here to texts, or to records of texts.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ByLanguageAttribute(int maximumLength) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        Given.Value(value) is IDictionary map ? Check(map) : ValidationResult.Success;

    private ValidationResult? Check(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            if (Problem((string)entry.Key, entry.Value) is { } problem)
            {
                return new ValidationResult(problem);
            }
        }

        return ValidationResult.Success;
    }

    private string? Problem(string language, object? text) => text switch
    {
        _ when LanguageCode.All.All(known => known.Code != language) => $"The languages are {string.Join(", ", LanguageCode.All)}.",
        null => $"{language}: cannot be null.",
        string line when line.Length > maximumLength || string.IsNullOrWhiteSpace(line) => $"{language}: must have 1 to {maximumLength} characters.",
        string => null,
        _ => ProblemIn(language, text),
    };

    private static string? ProblemIn(string language, object texts)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(texts, new ValidationContext(texts), problems, validateAllProperties: true);
        return problems.Count == 0 ? null : $"{language}.{JsonNames.Of(problems[0].MemberNames.First())}: {problems[0].ErrorMessage}";
    }
}
