using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>The one shape of every error answer.</summary>
public static class ProblemSchema
{
    public const string Name = "Problem";
    private const string Money = "Money";

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.AddComponent(Name, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Why a call was not carried out (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("A URI that names the kind of problem; it ends with the code.", "uri"),
                ["title"] = Text("What the code means, for a person."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
                ["detail"] = Text("What is wrong in this very case and how to mend it."),
                ["code"] = Text("A permanent name for programs to decide by; new ones can be added."),
                ["errors"] = FieldErrors(),
                ["missing"] = new OpenApiSchemaReference(Money, document) { Description = "So much more money would have been enough." },
                ["nextChangeAt"] = Text("From when on the tariff can be changed again.", "date-time"),
                ["requestId"] = Text("The answer's X-Request-Id: name it when asking for help."),
            },
        });
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description, string? format = null) =>
        new() { Type = JsonSchemaType.String, Format = format, Description = description };

    private static OpenApiSchema FieldErrors() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What is wrong with each field, by its path.",
        AdditionalProperties = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };
}
