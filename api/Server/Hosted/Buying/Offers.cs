using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>What a button leads to: the product with the plans that can be bought on a page now.</summary>
public sealed record Shelf(Button Button, Merchant Merchant, Product Product, IReadOnlyList<Plan> Plans);

/// <summary>One thing to choose: a plan for a term.</summary>
public sealed record Offer(Product Product, Plan Plan, int Months, QuoteLine Price)
{
    /// <summary>As a form carries it.</summary>
    public string Code => $"{Plan.Id}:{Months}";
}

/// <summary>Finds what can be bought at a button's page.</summary>
public sealed class Offers(Owners owners, Reader reader, Clock clock)
{
    private const char Separator = ':';

    /// <summary>The shelf of a button, or null: the address is open to everyone, so the button tells the merchant.</summary>
    public async Task<Shelf?> Find(string buttonId, CancellationToken cancel)
    {
        if (await owners.Of<Button>(buttonId, cancel) is not { } owner)
        {
            return null;
        }

        return await reader.Read(owner, async db =>
        {
            var merchant = await db.Merchants.SingleAsync(row => row.Id == owner, cancel);
            var button = (await db.Buttons.ById(buttonId, cancel))!;
            var product = await db.Products.SingleAsync(row => row.Id == button.ProductId, cancel);
            var plans = product.OnSale
                ? await db.Plans
                    .Where(plan => plan.ProductId == product.Id && plan.OnSale && plan.Online)
                    .OrderBy(plan => plan.PriceMinor)
                    .ThenBy(plan => plan.Id)
                    .Take(Limits.ListItems)
                    .ToListAsync(cancel)
                : [];
            return new Shelf(button, merchant, product, plans);
        });
    }

    /// <summary>The licence that the portal has already, when it runs: it can only be extended in its own edition (ruling 9).</summary>
    public Task<Licence?> Running(Shelf shelf, string? portal, CancellationToken cancel) => PortalAddress.Normalise(portal) is { IsAccepted: true, Value.Host: var host }
        ? reader.Read(shelf.Merchant.Id, async db =>
            await db.Licences.SingleOrDefaultAsync(row => row.ProductId == shelf.Product.Id && row.Portal == host, cancel) is { } licence && licence.CoversAt(clock.NowOf(shelf.Merchant))
                ? licence
                : null)
        : Task.FromResult<Licence?>(null);

    /// <summary>The terms of a plan that anybody can buy, shortest first, with their prices.</summary>
    public static IReadOnlyList<Offer> Of(Shelf shelf, Plan plan, string language)
    {
        int[] terms = plan.Interval == PlanInterval.Once ? [0] : [.. plan.Terms.Where(term => !term.PartnerOnly).Select(term => term.Months).Order()];
        return [.. terms.Select(months => Price(shelf, plan, months, language)).OfType<Offer>()];
    }

    /// <summary>The offer that a form has chosen, or null when it is not offered any more.</summary>
    public static Offer? Read(Shelf shelf, string? code, string language) =>
        code?.Split(Separator) is [var planId, var months]
        && shelf.Plans.FirstOrDefault(plan => plan.Id.Value == planId) is { } plan
        && int.TryParse(months, out var count)
            ? Price(shelf, plan, count, language)
            : null;

    private static Offer? Price(Shelf shelf, Plan plan, int months, string language) =>
        OrderPricing.Price([new PricedItem(shelf.Product, plan, months, 1)], shelf.Merchant.Settings.Tax, language) is { Refusal: null, Value.Lines: [var line] }
            ? new Offer(shelf.Product, plan, months, line)
            : null;
}
