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
        foreach (var problems in Of(operation, context).DistinctBy(problem => problem.Code).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[problems.Key.ToString(CultureInfo.InvariantCulture)] = Answer(problems.Key, [.. problems], context.Document!);
        }

        return Task.CompletedTask;
    }

    /// <summary>All problems that the operations of a document can answer.</summary>
    public static IEnumerable<DocumentedProblem> In(OpenApiDocument document) =>
        document.Components!.Examples!.Select(example => new DocumentedProblem((int)example.Value.Value!["status"]!, example.Key, example.Value.Summary!));

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
                Examples = problems.ToDictionary(problem => problem.Code, problem => Example(problem, document)),
            },
        },
    };

    /// <summary>The codes stand once in the document, as its examples.</summary>
    private static IOpenApiExample Example(DocumentedProblem problem, OpenApiDocument document)
    {
        document.AddComponent(problem.Code, new OpenApiExample
        {
            Summary = problem.Title,
            Value = new JsonObject
            {
                ["type"] = Problem.TypeOf(problem.Code),
                ["title"] = problem.Title,
                ["status"] = problem.Status,
                ["code"] = problem.Code,
            },
        });
        return new OpenApiExampleReference(problem.Code, document);
    }
}
