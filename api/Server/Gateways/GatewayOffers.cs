using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>A gateway that a merchant has set up and that is loaded now.</summary>
public sealed record GatewayOffer(string Gateway, string PluginVersion, GatewayCard Card)
{
    /// <summary>Whether it takes this amount in this currency.</summary>
    public bool Takes(Money amount) => Card.Currencies.Count == 0 || Card.Currencies.Any(limit =>
        limit.Currency == amount.Currency && amount.Minor >= limit.MinimumMinor && amount.Minor <= (limit.MaximumMinor ?? long.MaxValue));

    /// <summary>Whether it returns so much of what it has charged.</summary>
    public bool Returns(Money amount, Money charged) => Card.Refunds switch
    {
        RefundSupport.Partial => true,
        RefundSupport.Whole => amount == charged,
        _ => false,
    };
}

/// <summary>Which gateways buyers of a merchant are offered.</summary>
public sealed class GatewayOffers(PluginRack plugins)
{
    public async Task<IReadOnlyList<GatewayOffer>> Of(BillingDb db, Merchant merchant, CancellationToken cancel)
    {
        var enabled = await db.GatewaySettings.Where(row => row.Enabled).Select(row => row.Gateway).OrderBy(gateway => gateway).ToListAsync(cancel);
        return [.. enabled.Select(gateway => Find(gateway, merchant)).OfType<GatewayOffer>()];
    }

    /// <summary>The gateway as it is loaded now, or null when it is not or refuses this merchant.</summary>
    public GatewayOffer? Find(string gateway, Merchant merchant) =>
        plugins.Catalogue.Find(gateway)?.Current is { Manifest.Kind: PluginKind.PaymentGateway, Card: GatewayCard card } plugin && (merchant.IsTest || !card.TestModeOnly)
            ? new GatewayOffer(gateway, plugin.Manifest.Version.ToString(), card)
            : null;
}
