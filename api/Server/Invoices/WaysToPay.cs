using System.Text.Json;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Invoices;

/// <summary>How an invoice can be paid now: the gateways that the merchant offers and that take its currency.</summary>
public sealed class WaysToPay(GatewayOffers offers)
{
    public async Task<IReadOnlyList<WayToPayView>> Of(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel) =>
    [
        .. (await offers.Of(db, merchant, cancel))
            .Where(offer => offer.Takes(invoice.Due))
            .Select(offer => new WayToPayView
            {
                Method = PaymentMethod.Gateway,
                Gateway = offer.Gateway,
                Surcharge = MoneyBody.Of(Surcharge.On(invoice.DueMinor, merchant.Settings.SurchargeBasisPoints.GetValueOrDefault(offer.Gateway)), invoice.Currency),
                Titles = offer.Card.Titles,
                Wallets = [.. offer.Card.Wallets.Select(wallet => JsonNamingPolicy.CamelCase.ConvertName(wallet.ToString()))],
            }),
    ];
}
