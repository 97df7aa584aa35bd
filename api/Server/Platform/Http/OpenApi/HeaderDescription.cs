using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>The headers that a call takes beside its key.</summary>
public static class HeaderDescription
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string IfMatch = "If-Match";

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.Parameters ??= [];
        if (context.Metadata<TakesIdempotencyKey>() is not null)
        {
            operation.Parameters.Add(Header(
                IdempotencyKey,
                "A new one for each thing to be done; the same one when the same thing is tried again, which then answers what the first call answered.",
                required: true,
                Limits.IdempotencyKeyLength));
        }

        if (context.HonoursIfMatch())
        {
            operation.Parameters.Add(Header(
                IfMatch,
                "The ETag that was read last: the change is refused when somebody else has changed it since.",
                required: false,
                Limits.ETagLength));
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether a call changes what is there, so that a caller may say which version it has seen.</summary>
    public static bool HonoursIfMatch(this OpenApiOperationTransformerContext context) =>
        context.Description.HttpMethod is { } method && (HttpMethods.IsPatch(method) || HttpMethods.IsPut(method));

    private static OpenApiParameter Header(string name, string description, bool required, int length) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = length },
    };
}
