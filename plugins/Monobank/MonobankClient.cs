using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>Speaks with monobank's API, for one call of the host.</summary>
internal sealed class MonobankClient(GatewayCall<MonobankSettings> call)
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(2);

    private readonly KeyValuePair<string, string> token = new("X-Token", call.Settings.Token);

    public Task<ProviderReply> PostAsync<T>(string path, T body, JsonTypeInfo<T> type) => call.Exchange.PostJsonAsync(At(path), body, type, token);

    public Task<ProviderReply> GetAsync(string path) => call.Exchange.GetAsync(At(path), token);

    public Task<ProviderReply> DeleteAsync(string path) => call.Exchange.DeleteAsync(At(path), token);

    public Task<ProviderReply> StatusAsync(string invoice) => GetAsync($"invoice/status?invoiceId={Uri.EscapeDataString(invoice)}");

    /// <summary>The invoice of our reference among those that were worked on since; null and a good reply when there is none.</summary>
    public async Task<(string? Invoice, ProviderReply Reply)> FindAsync(string reference, DateTimeOffset? sentAt)
    {
        var from = (sentAt ?? call.Now - FurthestBack) - ClockSlack;
        var reply = await GetAsync($"statement?from={from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}").ConfigureAwait(false);
        if (reply is not Answered { IsSuccess: true } answer)
        {
            return (null, reply);
        }

        return WireText.Read(answer.Body, WireJson.Default.Statement) is { List: { } list }
            ? (list.FirstOrDefault(item => item.Reference == reference)?.InvoiceId, reply)
            : (null, new NobodyKnows(UnknownKind.UnparsableReply));
    }

    private Uri At(string path) => new(call.Settings.ApiUrl, $"api/merchant/{path}");
}
