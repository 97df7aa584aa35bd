using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>What a tariff change comes to at this moment, for a preview and again when it is decided on (ruling 38).</summary>
public sealed record PlanChangeOffer(Quote Quote, PlanChangeTerms Terms, UnusedCredit Credit)
{
    public static async Task<Result<PlanChangeOffer>> Of(
        BillingDb db, Merchant merchant, Subscription subscription, Plan plan, DateTimeOffset now, CancellationToken cancel)
    {
        var calendar = merchant.Calendar();
        if (PlanChangeRules.Refuse(subscription, plan, calendar, now) is { } refusal)
        {
            return refusal;
        }

        var customer = await db.Customers.SingleAsync(row => row.Id == subscription.CustomerId, cancel);
        var product = await db.Products.SingleAsync(row => row.Id == plan.ProductId, cancel);
        var item = new PricedItem(product, plan, PlanChangeRules.MonthsOf(plan), subscription.Quantity) { SubscriptionId = subscription.Id };
        var quote = OrderPricing.Price([item], merchant.Settings.Tax, customer.Locale);
        if (quote.Refused(out refusal))
        {
            return refusal;
        }

        var credit = UnusedCredit.Of(subscription, calendar.DateOf(now));
        var available = await Available(db, subscription, cancel);
        return new PlanChangeOffer(quote.Value, new PlanChangeTerms(calendar.DateOf(now), quote.Value.TotalMinor, credit.Total.Total, available), credit);
    }

    /// <summary>The change of a service that waits for its invoice.</summary>
    public static Task<PlanChange?> Awaiting(BillingDb db, Id<Subscription> subscription, CancellationToken cancel) =>
        db.PlanChanges.SingleOrDefaultAsync(row => row.SubscriptionId == subscription && row.State == PlanChangeState.Awaiting, cancel);

    private static async Task<long> Available(BillingDb db, Subscription subscription, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, subscription.CustomerId, subscription.Currency, cancel);
        var waiting = await Awaiting(db, subscription.Id, cancel);
        return funds.Holding(-(waiting?.Reserved ?? FundsPart.Nothing)).Available;
    }
}
