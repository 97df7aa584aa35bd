using System.Text.Json;
using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Invoices;

/// <summary>How an invoice can be paid now.</summary>
public sealed class WaysToPay(GatewayOffers offers)
{
    private static readonly Dictionary<string, string> BalanceTitles = new() { ["uk"] = "З балансу", ["en"] = "From the balance", ["ru"] = "С баланса", ["kk"] = "Теңгерімнен" };
    private static readonly Dictionary<string, string> BonusTitles = new() { ["uk"] = "Бонусами", ["en"] = "With bonuses", ["ru"] = "Бонусами", ["kk"] = "Бонустармен" };

    /// <summary>For whoever has the link: the gateways that the merchant offers and that take its currency.</summary>
    public async Task<IReadOnlyList<WayToPayView>> Of(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel) =>
        [.. By(await offers.Of(db, merchant, cancel), merchant, invoice)];

    /// <summary>For whoever acts for the customer: its balance and bonus, too, when they suffice (D4).</summary>
    public async Task<IReadOnlyList<WayToPayView>> OfCustomer(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel) =>
        (await OfCustomers(db, merchant, [invoice], cancel))[invoice.Id];

    /// <summary>The same of a page of invoices, in two questions to the database however many they are.</summary>
    public async Task<IReadOnlyDictionary<Id<Invoice>, IReadOnlyList<WayToPayView>>> OfCustomers(
        BillingDb db, Merchant merchant, IReadOnlyList<Invoice> invoices, CancellationToken cancel)
    {
        var open = invoices.Where(invoice => invoice.Status == InvoiceStatus.Open).ToList();
        if (open.Count == 0)
        {
            return invoices.ToDictionary(invoice => invoice.Id, _ => (IReadOnlyList<WayToPayView>)[]);
        }

        var offered = await offers.Of(db, merchant, cancel);
        var funds = await CustomerFunds.Read(db, [.. open.Select(invoice => (invoice.CustomerId, invoice.Currency))], cancel);
        return invoices.ToDictionary(invoice => invoice.Id, invoice => invoice.Status == InvoiceStatus.Open
            ? [.. By(offered, merchant, invoice), .. From(funds[(invoice.CustomerId, invoice.Currency)], invoice)]
            : (IReadOnlyList<WayToPayView>)[]);
    }

    private static IEnumerable<WayToPayView> By(IReadOnlyList<GatewayOffer> offered, Merchant merchant, Invoice invoice) => offered
        .Where(offer => offer.Takes(invoice.Due))
        .Select(offer => new WayToPayView
        {
            Method = PaymentMethod.Gateway,
            Gateway = offer.Gateway,
            Surcharge = MoneyBody.Of(Surcharge.On(invoice.DueMinor, merchant.Settings.SurchargeBasisPoints.GetValueOrDefault(offer.Gateway)), invoice.Currency),
            Titles = offer.Card.Titles,
            SavesCards = merchant.Settings.SavedMethods && offer.Card.SavedMethods,
            Wallets = [.. offer.Card.Wallets.Select(wallet => JsonNamingPolicy.CamelCase.ConvertName(wallet.ToString()))],
        });

    private static IEnumerable<WayToPayView> From(Funds funds, Invoice invoice) => invoice.Purpose == InvoicePurpose.TopUp
        ? []
        : [.. From(PaymentMethod.Balance, BalanceTitles, funds.Available, invoice), .. From(PaymentMethod.Bonus, BonusTitles, funds.FreeBonus, invoice)];

    private static IEnumerable<WayToPayView> From(PaymentMethod method, Dictionary<string, string> titles, long available, Invoice invoice)
    {
        if (available >= invoice.DueMinor)
        {
            yield return new WayToPayView { Method = method, Surcharge = MoneyBody.Of(0, invoice.Currency), Titles = titles, Wallets = [] };
        }
    }
}
