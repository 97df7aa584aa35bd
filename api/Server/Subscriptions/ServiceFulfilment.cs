using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Extends the services that a settled invoice has paid for, in the same commit, and follows its refunds.</summary>
public sealed class ServiceFulfilment(IdSource ids)
{
    public async Task Fulfil(BillingDb db, Merchant merchant, Invoice invoice, Payment last, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = LineShares.Of(invoice, await PaidFunds.For(db, invoice, last, cancel));
        foreach (var (line, paid) in lines.Where(entry => entry.Line.SubscriptionId is not null))
        {
            var subscription = (await SubscriptionFinder.Read(db, line.SubscriptionId!.Value, cancel))!;
            var plan = await db.Plans.SingleAsync(row => row.Id == line.PlanId, cancel);
            var term = new PaidTerm(invoice.Id, line.Id, plan.Id, line.Months, paid);
            db.ServicePeriods.Add(subscription.Pay(ids.New<ServicePeriod>(), term, plan, merchant.Calendar(), now));
            subscription.Close(invoice.Id);
            Tell(db, subscription, EventTypes.SubscriptionExtended, now);
            PlanWhatFollows(db, merchant, subscription, now);
        }
    }

    /// <summary>What happens by itself when its paid time is near, and over.</summary>
    public static void PlanWhatFollows(BillingDb db, Merchant merchant, Subscription subscription, DateTimeOffset now)
    {
        db.Outbox.Plan(EndSubscription.For(subscription));
        db.Outbox.Plan(IssueServiceInvoice.For(subscription, merchant, now));
    }

    /// <summary>An invoice that will not be settled leaves its services free for another.</summary>
    public static async Task Free(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        foreach (var subscription in await db.Subscriptions.Where(row => row.OpenInvoiceId == invoice.Id).ToListAsync(cancel))
        {
            subscription.Close(invoice.Id);
        }
    }

    /// <summary>What is on its way back counts as paid no more; the dates stay until all of it has gone back.</summary>
    public static async Task Keep(BillingDb db, Invoice invoice, IReadOnlyList<Refund> refunds, CancellationToken cancel)
    {
        var services = await ServicesOf(db, invoice, cancel);
        if (services.Count == 0)
        {
            return;
        }

        var paid = (await db.Payments.Where(row => row.InvoiceId == invoice.Id).ToListAsync(cancel)).Aggregate(FundsPart.Nothing, (sum, payment) => sum + payment.Applied);
        var returned = refunds.Aggregate(FundsPart.Nothing, (sum, refund) => sum + FundsPart.Of(refund.AmountMinor, refund.AmountMinor - refund.BonusMinor));
        var periods = services.SelectMany(row => row.Periods).Where(period => period.InvoiceId == invoice.Id);
        var credited = periods.ToDictionary(period => period.InvoiceLineId, period => period.CreditedMinor);
        foreach (var (line, remaining) in LineShares.Left(invoice, paid, returned, credited).Where(entry => entry.Line.SubscriptionId is not null))
        {
            services.First(row => row.Id == line.SubscriptionId).Keep(line.Id, remaining);
        }
    }

    /// <summary>Takes back the periods that a wholly refunded invoice had paid for (ruling 6).</summary>
    public static async Task TakeBack(BillingDb db, Merchant merchant, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var subscription in await ServicesOf(db, invoice, cancel))
        {
            var periods = subscription.Periods.Where(period => period.InvoiceId == invoice.Id && period.Status == ServicePeriodStatus.Paid).ToList();
            subscription.TakeBack(periods, merchant.Calendar(), now);
            Tell(db, subscription, EventTypes.SubscriptionShortened, now);
            PlanWhatFollows(db, merchant, subscription, now);
        }
    }

    public static void Tell(BillingDb db, Subscription subscription, string type, DateTimeOffset now) =>
        db.Outbox.Announce(new EventDraft(type, now, () => SubscriptionEvent.Of(subscription)));

    private static async Task<List<Subscription>> ServicesOf(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        var ids = invoice.Lines.Select(line => line.SubscriptionId).OfType<Id<Subscription>>().Distinct().ToList();
        return await db.Subscriptions.Include(row => row.Periods).Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
    }
}

/// <summary>What events say of a service.</summary>
public sealed record SubscriptionEvent(string SubscriptionId, string CustomerId, string PlanId, SubscriptionState State, DateTimeOffset? PaidUntil)
{
    public static SubscriptionEvent Of(Subscription subscription) =>
        new(subscription.Id.Value, subscription.CustomerId.Value, subscription.PlanId.Value, subscription.State, subscription.PaidUntil);
}
