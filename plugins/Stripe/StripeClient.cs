using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Speaks with Stripe's API, for one call of the host.</summary>
internal sealed class StripeClient(GatewayCall<StripeSettings> call)
{
    private const string Version = "2026-07-29.dahlia";
    private const int MostPages = 10;

    private readonly KeyValuePair<string, string>[] headers =
    [
        new("Authorization", $"Bearer {call.Settings.SecretKey}"),
        new("Stripe-Version", Version),
    ];

    public Task<ProviderReply> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string idempotencyKey) => call.Exchange.SendAsync(
        HttpMethod.Post, new Uri(call.Settings.ApiUrl, path), WebForm.Write(fields), ProviderExchange.Form, [.. headers, new("Idempotency-Key", idempotencyKey)]);

    public Task<ProviderReply> GetAsync(string path) => call.Exchange.GetAsync(new Uri(call.Settings.ApiUrl, path), headers);

    /// <summary>
    /// Looks through a list, newest first, until something fits. The reply is the last page's; an item is there only if one fits, and
    /// <c>IsComplete</c> says whether all of the list was seen.
    /// </summary>
    public async Task<Search<T>> FindAsync<T>(string path, JsonTypeInfo<Page<T>> type, Func<T, bool> fits, Func<T, string?> idOf)
        where T : class
    {
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await GetAsync(after is null ? path : $"{path}&starting_after={Uri.EscapeDataString(after)}").ConfigureAwait(false);
            if (reply is not Answered { IsSuccess: true } answer || WireText.Read(answer.Body, type) is not { Data: { } items } list)
            {
                return new Search<T>(reply, null, IsComplete: false);
            }

            if (items.FirstOrDefault(fits) is { } found)
            {
                return new Search<T>(reply, found, IsComplete: true);
            }

            if (!list.HasMore || items.Length == 0)
            {
                return new Search<T>(reply, null, IsComplete: true);
            }

            after = idOf(items[^1]);
        }

        return new Search<T>(new NobodyKnows(Gateways.UnknownKind.UnparsableReply), null, IsComplete: false);
    }
}

/// <summary>What a search through a list has brought.</summary>
internal sealed record Search<T>(ProviderReply Reply, T? Found, bool IsComplete)
    where T : class;
