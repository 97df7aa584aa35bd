using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Speaks with Acme's API, for one call of the host.</summary>
internal sealed class AcmeClient(GatewayCall<AcmeSettings> call)
{
    private readonly KeyValuePair<string, string> key = new("Authorization", $"Bearer {call.Settings.ApiKey}");

    public Task<ProviderReply> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, string idempotencyKey) =>
        call.Exchange.PostJsonAsync(new Uri(call.Settings.ApiUrl, path), body, type, key, new("Idempotency-Key", idempotencyKey));

    public Task<ProviderReply> GetAsync(string path) => call.Exchange.GetAsync(new Uri(call.Settings.ApiUrl, path), key);
}
