using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>Speaks HTTP with a provider, for one call of the host. It throws nothing: every failure is a <see cref="ProviderReply"/>.</summary>
/// <param name="host">Lends the way out and the log.</param>
/// <param name="cancel">Ends the call.</param>
public sealed class ProviderExchange(IPluginHost host, CancellationToken cancel)
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>The media type of a web form.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    private const int LongestAnswer = 1024 * 1024;

    /// <summary>Sends a request with a body: only then can it be proven that nothing was sent.</summary>
    public async Task<ProviderReply> SendAsync(
        HttpMethod method, Uri url, byte[] body, string mediaType, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        using var content = new TrackedContent(body, mediaType);
        using var request = Request(method, url, headers);
        request.Content = content;
        var reply = await ExchangeAsync(request).ConfigureAwait(false);
        return reply is NobodyKnows unknown && !content.WasAskedFor ? NeverSent(unknown) : reply;
    }

    /// <summary>Sends JSON.</summary>
    public Task<ProviderReply> PostJsonAsync<T>(Uri url, T body, JsonTypeInfo<T> type, params IEnumerable<KeyValuePair<string, string>> headers) =>
        SendAsync(HttpMethod.Post, url, JsonSerializer.SerializeToUtf8Bytes(body, type), Json, headers);

    /// <summary>Asks something; whether such a request was sent or not makes no difference.</summary>
    public async Task<ProviderReply> GetAsync(Uri url, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        using var request = Request(HttpMethod.Get, url, headers);
        return await ExchangeAsync(request).ConfigureAwait(false);
    }

    /// <summary>Takes something away at the provider.</summary>
    public async Task<ProviderReply> DeleteAsync(Uri url, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        using var request = Request(HttpMethod.Delete, url, headers);
        return await ExchangeAsync(request).ConfigureAwait(false);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri url, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // Null: longer than any answer of a provider.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        using var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await stream.ReadAsync(chunk, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > LongestAnswer)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private NothingSent NeverSent(NobodyKnows unknown) => unknown.Kind == UnknownKind.Timeout && cancel.IsCancellationRequested
        ? new NothingSent(NotSentKind.Cancelled, "The call was cancelled before anything was sent.")
        : new NothingSent(NotSentKind.ConnectFailed, "The provider could not be reached.");

    private async Task<ProviderReply> ExchangeAsync(HttpRequestMessage request)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, cancel).ConfigureAwait(false);
            return body is null
                ? new NobodyKnows(UnknownKind.UnparsableReply)
                : new Answered((int)response.StatusCode, body, RetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException)
        {
            return new NobodyKnows(UnknownKind.Timeout);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new NobodyKnows(UnknownKind.UnparsableReply);
        }
        catch (HttpRequestException failure)
        {
            host.Log.Warning($"The provider could not be reached, or broke off: {failure.HttpRequestError}.");
            return new NobodyKnows(UnknownKind.ConnectionLost);
        }
        catch (IOException)
        {
            // The answer had begun, and ended too early.
            return new NobodyKnows(UnknownKind.UnparsableReply);
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - host.Clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
