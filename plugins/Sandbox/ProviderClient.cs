using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Speaks HTTP with the provider, for one call of the host. It throws nothing: every failure is a <see cref="ProviderReply"/>.</summary>
internal sealed class ProviderClient(IPluginHost host, SandboxSettings settings)
{
    private const int LongestAnswer = 64 * 1024;
    private const string AccountUnknown = "account_unknown";

    /// <summary>Opens the account of the merchant's key; harmless when it is open already.</summary>
    public Task<ProviderReply> OpenAccountAsync(CancellationToken cancel) => SendAsync(
        HttpMethod.Put, "account", new AccountBody(settings.SigningSecret), WireJson.Default.AccountBody, null, cancel);

    /// <summary>
    /// Sends an operation. A key that the provider has never seen gets its account first: so a new merchant needs no set-up there.
    /// </summary>
    public async Task<ProviderReply> PostAsync<T>(
        string path, T body, JsonTypeInfo<T> type, string idempotencyKey, CancellationToken cancel)
    {
        var reply = await SendAsync(HttpMethod.Post, path, body, type, idempotencyKey, cancel).ConfigureAwait(false);
        if (reply is not Answered { Code: AccountUnknown })
        {
            return reply;
        }

        return await OpenAccountAsync(cancel).ConfigureAwait(false) switch
        {
            Answered { IsSuccess: true } => await SendAsync(HttpMethod.Post, path, body, type, idempotencyKey, cancel).ConfigureAwait(false),
            Answered { Status: < 500 } refused => new NothingSent(NotSentKind.NotConfigured, refused.Detail),
            NothingSent nothing => nothing,

            // Whatever became of the account: the operation itself was refused before, and was not sent again.
            _ => new NothingSent(NotSentKind.ConnectFailed, "The provider did not answer when the account was opened."),
        };
    }

    /// <summary>Asks something; whether such a request was sent or not makes no difference.</summary>
    public async Task<ProviderReply> GetAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.BaseUrl, path));
        return await ExchangeAsync(request, cancel).ConfigureAwait(false);
    }

    private async Task<ProviderReply> SendAsync<T>(
        HttpMethod method, string path, T body, JsonTypeInfo<T> type, string? idempotencyKey, CancellationToken cancel)
    {
        using var content = new TrackedContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        using var request = new HttpRequestMessage(method, new Uri(settings.BaseUrl, path)) { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        var reply = await ExchangeAsync(request, cancel).ConfigureAwait(false);
        return reply is NobodyKnows unknown && !content.WasAskedFor ? NeverSent(unknown, cancel) : reply;
    }

    private static NothingSent NeverSent(NobodyKnows unknown, CancellationToken cancel) =>
        unknown.Kind == UnknownKind.Timeout && cancel.IsCancellationRequested
            ? new NothingSent(NotSentKind.Cancelled, "The call was cancelled before anything was sent.")
            : new NothingSent(NotSentKind.ConnectFailed, "The provider could not be reached.");

    private async Task<ProviderReply> ExchangeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
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

    // Null: longer than any answer of the provider.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        using var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var buffer = new byte[LongestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return length > LongestAnswer ? null : buffer[..length];
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - host.Clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
