using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>
/// A tariff change takes place: unused days are credited, the new period is bought with credit, reserve and balance, all in
/// one commit (D6, ruling 38).
/// </summary>
public sealed class PlanChangeExecution(Books books, FundsTaking funds, InvoiceIssuing invoices, PlanChangeReserve reserve, IdSource ids)
{
    /// <param name="db">The write.</param>
    /// <param name="merchant">Whose time counts.</param>
    /// <param name="change">As it was previewed, or as it waited.</param>
    /// <param name="given">What the balance gives to it; of one that waited, what was in reserve and what its invoice has brought.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task Execute(BillingDb db, Merchant merchant, PlanChange change, FundsPart given, DateTimeOffset now, CancellationToken cancel)
    {
        await reserve.Release(db, change, now, cancel);

        // The move comes before all that it rests on is read: where another write has made it meanwhile, this one starts over.
        var locale = await db.Customers.Where(row => row.Id == change.CustomerId).Select(row => row.Locale).SingleAsync(cancel);
        var purchase = invoices.Issue(db, merchant, new InvoiceDraft(merchant.Id, change.CustomerId, InvoicePurpose.Sale, locale), change.Quote);
        change.Execute(purchase.Id, now);
        var subscription = (await SubscriptionFinder.Read(db, change.SubscriptionId, cancel))!;
        foreach (var credit in change.Credits.Where(credit => credit.Credit.Total > 0))
        {
            await Credit(db, subscription, credit, now, cancel);
        }

        var part = change.Purchase(given);
        await Buy(db, purchase, change, part, now, cancel);
        await Begin(db, merchant, subscription, change, new PaidTerm(purchase.Id, purchase.Lines[0].Id, change.PlanId, change.Line.Months, part), now, cancel);
    }

    /// <summary>The invoice of the new period is paid in the commit in which it is made.</summary>
    private async Task Buy(BillingDb db, Invoice purchase, PlanChange change, FundsPart part, DateTimeOffset now, CancellationToken cancel)
    {
        var payment = await funds.Take(db, purchase, change.CustomerId, part, PaymentMethod.Balance, isFrozen: true, now, cancel);
        purchase.Apply(part.Total, now);
        db.Outbox.Announce(new EventDraft(EventTypes.InvoicePaid, now, () => InvoiceEvent.Of(purchase)));
        var cause = new EntryCause(EntryKind.InvoiceSettled, purchase.Id.Value) { InvoiceId = purchase.Id, PaymentId = payment.Id };
        await books.Book(db, cause, now, Bookings.InvoiceSettled(purchase), cancel);
    }

    private async Task Begin(
        BillingDb db, Merchant merchant, Subscription subscription, PlanChange change, PaidTerm term, DateTimeOffset now, CancellationToken cancel)
    {
        var plan = await db.Plans.SingleAsync(row => row.Id == change.PlanId, cancel);
        var credits = change.Credits.ToDictionary(credit => credit.PeriodId, credit => credit.Credit.Total);
        db.ServicePeriods.Add(subscription.ChangePlan(ids.New<ServicePeriod>(), credits, term, plan, merchant.Calendar(), now));
        ServiceFulfilment.Tell(db, subscription, EventTypes.SubscriptionChanged, now);
        ServiceFulfilment.PlanWhatFollows(db, merchant, subscription, now);
    }

    /// <summary>Income of days that will not be used goes back to the customer's funds, with the tax in it.</summary>
    private async Task Credit(BillingDb db, Subscription subscription, PeriodCredit credit, DateTimeOffset now, CancellationToken cancel)
    {
        var (period, days) = subscription.Schedule.First(entry => entry.Period.Id == credit.PeriodId);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == period.InvoiceId, cancel);
        var refunds = await db.Refunds
            .Where(row => row.InvoiceId == invoice.Id && row.Source == RefundSource.Invoice && row.Status != RefundStatus.Declined)
            .ToListAsync(cancel);
        var returned = invoice.CreditedMinor + refunds.Sum(refund => refund.AmountMinor);
        var taxes = RefundTaxes.Of(invoice, returned, [.. invoice.CreditedTaxes, .. refunds.SelectMany(refund => refund.Taxes)], credit.Credit.Total);
        if (invoice.Credit(credit.Credit.Total, taxes))
        {
            await WholeRefund.Tell(db, invoice, now, cancel);
        }

        var line = invoice.Lines.First(line => line.Id == period.InvoiceLineId);
        await books.Book(
            db,
            new EntryCause(EntryKind.PeriodCredited, period.Id.Value) { InvoiceId = invoice.Id },
            now,
            CustomerBookings.IncomeReturned(subscription.CustomerId, invoice.Currency, credit.Credit, taxes),
            cancel,
            _ => OperationParts.Credited(credit, days, line.PlanName));
    }
}
