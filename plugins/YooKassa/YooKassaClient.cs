using System.Text;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>Speaks with YooKassa's API, for one call of the host.</summary>
internal sealed class YooKassaClient(GatewayCall<YooKassaSettings> call)
{
    private const int MostPages = 10;
    private const int LongestKey = 64;

    private readonly KeyValuePair<string, string> authorization = new(
        "Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{call.Settings.ShopId}:{call.Settings.SecretKey}"))}");

    public Task<ProviderReply> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, string idempotencyKey) => call.Exchange.PostJsonAsync(
        At(path), body, type, authorization, new("Idempotence-Key", WireText.Shortened(idempotencyKey, LongestKey)));

    public Task<ProviderReply> GetAsync(string path) => call.Exchange.GetAsync(At(path), authorization);

    /// <summary>Looks through a list until something fits: null and a good reply when nothing in all of it does.</summary>
    public async Task<(T? Found, ProviderReply Reply)> FindAsync<T>(string path, JsonTypeInfo<ListAnswer<T>> type, Func<T, bool> fits)
        where T : class
    {
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await GetAsync(cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}").ConfigureAwait(false);
            if (reply is not Answered { IsSuccess: true } answer)
            {
                return (null, reply);
            }

            if (WireText.Read(answer.Body, type) is not { Items: { } items } list)
            {
                return (null, new NobodyKnows(UnknownKind.UnparsableReply));
            }

            if (items.FirstOrDefault(fits) is { } found)
            {
                return (found, reply);
            }

            if ((cursor = list.NextCursor) is null)
            {
                return (null, reply);
            }
        }

        // The list is longer than we look: that nothing was found proves nothing.
        return (null, new NobodyKnows(UnknownKind.UnparsableReply));
    }

    private Uri At(string path) => new(call.Settings.ApiUrl, $"v3/{path}");
}
