using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace BillingHeadless.Tests.Kit;

/// <summary>Calls as bytes, for what no client would send.</summary>
public static class RawCalls
{
    /// <summary>Sends JSON, with a new Idempotency-Key unless one is given; an empty one is left out.</summary>
    public static async Task<RawAnswer> Send(
        this RunningServer server, HttpMethod method, string path, string? key, string? json = null, string? idempotencyKey = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not "")
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString());
        }

        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await server.Client.SendAsync(request);
        return await RawAnswer.Read(response);
    }

    public static Task<RawAnswer> Post(this RunningServer server, string path, string? key, string json, string? idempotencyKey = null) =>
        server.Send(HttpMethod.Post, path, key, json, idempotencyKey);

    public static Task<RawAnswer> Patch(this RunningServer server, string path, string? key, string json, string? idempotencyKey = null) =>
        server.Send(HttpMethod.Patch, path, key, json, idempotencyKey);

    public static Task<RawAnswer> Read(this RunningServer server, string path, string? key) => server.Send(HttpMethod.Get, path, key, idempotencyKey: "");
}

/// <summary>An answer as it came.</summary>
public sealed record RawAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>What is wrong with each field, by its path.</summary>
    public IReadOnlyDictionary<string, string[]> Errors =>
        Body.TryGetProperty("errors", out var errors) ? errors.Deserialize<Dictionary<string, string[]>>()! : new Dictionary<string, string[]>();

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<RawAnswer> Read(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
