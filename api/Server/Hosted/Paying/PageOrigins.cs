using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>
/// The origins of the pages to which the offered gateways send buyers. A payment form may lead there and nowhere else: also
/// by a redirect, which browsers count as the form's own (ruling 25).
/// </summary>
public sealed class PageOrigins(GatewayOffers offers, GatewaySettingsVault vault, GatewayDefaults defaults)
{
    private const string FromSetting = "$setting:";

    public async Task<IReadOnlyCollection<string>> Of(BillingDb db, Merchant merchant, CancellationToken cancel)
    {
        var origins = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var offer in await offers.Of(db, merchant, cancel))
        {
            var settings = await SettingsOf(db, merchant, offer.Gateway, cancel);
            origins.UnionWith(offer.Card.PageHosts.Select(host => OriginOf(host, settings)).OfType<string>());
        }

        return origins;
    }

    private async Task<IReadOnlyDictionary<string, string>> SettingsOf(BillingDb db, Merchant merchant, string gateway, CancellationToken cancel)
    {
        var row = await db.GatewaySettings.SingleAsync(entry => entry.Gateway == gateway, cancel);
        return defaults.AddTo(vault.Open(row), merchant, gateway);
    }

    /// <summary>Only an origin: nothing that a plugin writes can add another rule to the policy.</summary>
    private static string? OriginOf(string host, IReadOnlyDictionary<string, string> settings)
    {
        var address = host.StartsWith(FromSetting, StringComparison.Ordinal) ? settings.GetValueOrDefault(host[FromSetting.Length..]) : host;
        return WebAddress.InAscii(address ?? "") is { } url ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;
    }
}
