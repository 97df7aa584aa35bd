using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Client;

/// <summary>
/// Every operation of the API. One client serves all threads. A write gets a new Idempotency-Key unless the caller gives one:
/// give your own, and keep it, where the same write may be tried again. To clear a field of an update, put its name with
/// <c>null</c> into the request's <c>AdditionalProperties</c>; a property that is null is left as it is.
/// </summary>
/// <exception cref="BillingException">Every method: the call was not carried out.</exception>
public partial class BillingClient
{
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Makes a client that calls with a key.</summary>
    /// <param name="baseUrl">The server's address, such as <c>https://billing.example</c>.</param>
    /// <param name="key">A secret, publishable or platform key, or a customer token; null for calls that need none.</param>
    /// <param name="handler">What carries the calls; a new one when null. The client owns it.</param>
    public static BillingClient Connect(Uri baseUrl, string? key, HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = WithSlash(baseUrl) };
        http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return new BillingClient(http);
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

    /// <summary>Paths are relative: the last part of an address without a slash at its end would be lost.</summary>
    private static Uri WithSlash(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");

    private static bool IsWrite(HttpMethod method) => method != HttpMethod.Get && method != HttpMethod.Head;

    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, string url)
    {
        if (IsWrite(request.Method) && !request.Headers.Contains(IdempotencyKey))
        {
            request.Headers.Add(IdempotencyKey, Guid.CreateVersion7().ToString());
        }
    }
}
