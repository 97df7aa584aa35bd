using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Speaks with the provider, for one call of the host.</summary>
internal sealed class ProviderClient(GatewayCall<SandboxSettings> call)
{
    private readonly SandboxSettings settings = call.Settings;

    /// <summary>Opens the account of the merchant's key; harmless when it is open already.</summary>
    public Task<ProviderReply> OpenAccountAsync() =>
        SendAsync(HttpMethod.Put, "account", new AccountBody(settings.SigningSecret), WireJson.Default.AccountBody, []);

    /// <summary>
    /// Sends an operation. A key that the provider has never seen gets its account first: so a new merchant needs no set-up there.
    /// </summary>
    public async Task<ProviderReply> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, string idempotencyKey)
    {
        KeyValuePair<string, string>[] key = [new("Idempotency-Key", idempotencyKey)];
        var reply = await SendAsync(HttpMethod.Post, path, body, type, key).ConfigureAwait(false);
        if (reply is not Answered first || SandboxDialect.ProblemOf(first)?.Code != SandboxDialect.AccountUnknown)
        {
            return reply;
        }

        return await OpenAccountAsync().ConfigureAwait(false) switch
        {
            Answered { IsSuccess: true } => await SendAsync(HttpMethod.Post, path, body, type, key).ConfigureAwait(false),
            Answered { Status: < 500 } refused => new NothingSent(NotSentKind.NotConfigured, SandboxDialect.ProblemOf(refused)?.Detail ?? $"The provider answered {refused.Status}."),
            NothingSent nothing => nothing,

            // Whatever became of the account: the operation itself was refused before, and was not sent again.
            _ => new NothingSent(NotSentKind.ConnectFailed, "The provider did not answer when the account was opened."),
        };
    }

    /// <summary>Asks something; whether such a request was sent or not makes no difference.</summary>
    public Task<ProviderReply> GetAsync(string path) => call.Exchange.GetAsync(new Uri(settings.BaseUrl, path), Authorization());

    private Task<ProviderReply> SendAsync<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type, KeyValuePair<string, string>[] headers) =>
        call.Exchange.SendAsync(
            method, new Uri(settings.BaseUrl, path), JsonSerializer.SerializeToUtf8Bytes(body, type), ProviderExchange.Json, [Authorization(), .. headers]);

    private KeyValuePair<string, string> Authorization() => new("Authorization", $"Bearer {settings.ApiKey}");
}
