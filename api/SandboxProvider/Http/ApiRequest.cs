using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.SandboxProvider.Accounts;
using Microsoft.AspNetCore.Http.Features;

namespace BillingHeadless.SandboxProvider.Http;

/// <summary>Reads what a gateway sends, within bounds.</summary>
internal static class ApiRequest
{
    private const string BearerScheme = "Bearer ";

    /// <summary>The API key, when it has the form of one.</summary>
    public static Answer<ApiKey> Key(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(BearerScheme, StringComparison.Ordinal) && ApiKey.IsValid(header[BearerScheme.Length..])
            ? new ApiKey(header[BearerScheme.Length..])
            : Refusal.KeyMissing;
    }

    public static Answer<string> IdempotencyKey(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= Limits.IdempotencyKeyLength } key
            ? key
            : Refusal.IdempotencyKeyMissing;

    public static async Task<Answer<T>> BodyAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Limits.RequestBodyBytes;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
            return body is null ? Refusal.Malformed("The body is null.") : body;
        }
        catch (JsonException problem)
        {
            return Refusal.Malformed(problem.Message);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refusal.BodyTooLarge;
        }
    }
}
