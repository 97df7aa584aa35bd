using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>The one place where a refund ends, whoever brought the news: the call itself, a callback, the resolver or a person.</summary>
public sealed class RefundSettlement(Books books, FrozenCredits frozen, LicenceFulfilment licences, ActPlanning acts, IdSource ids, Clock clock)
{
    public static EntryCause Cause(EntryKind kind, Refund refund) =>
        new(kind, refund.Id.Value) { RefundId = refund.Id, PaymentId = refund.PaymentId, InvoiceId = refund.InvoiceId };

    public async Task Settle(BillingDb db, Refund refund, GatewayOutcome outcome, AttemptKind kind, string pluginVersion, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var payment = await db.Payments.SingleAsync(row => row.Id == refund.PaymentId, cancel);
        db.PaymentAttempts.Add(PaymentAttempt.Record(ids.New<PaymentAttempt>(), payment, refund.Id, kind, pluginVersion, OutcomeNames.Of(outcome), clock.Now()));
        var now = clock.NowOf(merchant);
        if (!refund.IsUndecided)
        {
            await TakeLateNews(db, merchant, payment, refund, outcome, now, cancel);
            return;
        }

        refund.Learn(outcome.ProviderReference, outcome.ProviderState);
        switch (outcome)
        {
            case Succeeded succeeded when succeeded.Amount == refund.Returned:
                await Succeed(db, merchant, payment, refund, now, cancel);
                break;
            case Succeeded:
                BecomeUnknown(db, refund, "amountDiffers", now);
                refund.GiveToPerson();
                break;
            case Declined declined:
                await Decline(db, payment, refund, OutcomeNames.Of(declined.Kind), now, cancel);
                break;
            case NotSent or NotFound or Unsupported when kind != AttemptKind.Query || outcome is NotFound:
                await Decline(db, payment, refund, OutcomeNames.Of(outcome), now, cancel);
                break;
            case Unknown unknown:
                BecomeUnknown(db, refund, OutcomeNames.Of(unknown.Kind), now);
                break;
            case Pending or ActionNeeded:
                refund.Await();
                break;
        }
    }

    private async Task Succeed(BillingDb db, Merchant merchant, Payment payment, Refund refund, DateTimeOffset now, CancellationToken cancel)
    {
        refund.Succeed(now);
        await Return(db, merchant, payment, refund, EntryKind.RefundResolved, now, cancel);
    }

    /// <summary>Money that has moved is never passed over: what was declined may have gone out after all, and what has gone out may come back (rule X4).</summary>
    private Task TakeLateNews(BillingDb db, Merchant merchant, Payment payment, Refund refund, GatewayOutcome outcome, DateTimeOffset now, CancellationToken cancel)
    {
        switch (refund.Status, outcome)
        {
            case (RefundStatus.Declined, Succeeded succeeded):
                return SucceedLate(db, merchant, payment, refund, succeeded, now, cancel);
            case (RefundStatus.Succeeded, Declined):
                CallForPerson(db, refund, now);
                break;
        }

        return Task.CompletedTask;
    }

    private async Task SucceedLate(BillingDb db, Merchant merchant, Payment payment, Refund refund, Succeeded succeeded, DateTimeOffset now, CancellationToken cancel)
    {
        refund.Learn(succeeded.ProviderReference, succeeded.ProviderState);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == refund.InvoiceId, cancel);
        if (succeeded.Amount == refund.Returned
            && await frozen.GiveWay(db, invoice, cancel) is null
            && await RefundReservation.TakeLate(db, payment, invoice, refund, cancel) is { } parts)
        {
            refund.SucceedLate(parts, now);
            await Return(db, merchant, payment, refund, EntryKind.RefundSucceededLate, now, cancel);
        }
        else
        {
            CallForPerson(db, refund, now);
        }
    }

    private static void CallForPerson(BillingDb db, Refund refund, DateTimeOffset now)
    {
        if (refund.Contradict())
        {
            db.Outbox.Announce(new EventDraft(EventTypes.RefundUnknown, now, () => RefundEvent.Of(refund)));
        }
    }

    private async Task Return(BillingDb db, Merchant merchant, Payment payment, Refund refund, EntryKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        await books.Book(db, Cause(kind, refund), now, Bookings.Refund(refund, payment, TransferPhase.Posted), cancel);
        db.Outbox.Announce(new EventDraft(EventTypes.RefundSucceeded, now, () => RefundEvent.Of(refund)));
        if (refund.Source != RefundSource.Surplus)
        {
            await TakeBack(db, merchant, refund, now, cancel);
        }
    }

    /// <summary>Whole: order and invoice are refunded, the months are taken back. Part: dates stay; the act follows in both cases.</summary>
    private async Task TakeBack(BillingDb db, Merchant merchant, Refund refund, DateTimeOffset now, CancellationToken cancel)
    {
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == refund.InvoiceId, cancel);
        var whole = invoice.Refund(refund.AmountMinor);
        if (whole)
        {
            await WholeRefund.Tell(db, invoice, now, cancel);
            await licences.TakeBack(db, merchant, invoice, now, cancel);
            await ServiceFulfilment.TakeBack(db, merchant, invoice, now, cancel);
        }

        if (refund.Source == RefundSource.Invoice)
        {
            await acts.FollowRefund(db, merchant, invoice, now, cancel);
        }
    }

    private async Task Decline(BillingDb db, Payment payment, Refund refund, string failure, DateTimeOffset now, CancellationToken cancel)
    {
        refund.Decline(failure, now);
        await books.Book(db, Cause(EntryKind.RefundResolved, refund), now, Bookings.Refund(refund, payment, TransferPhase.Voided), cancel);
        if (refund.Source != RefundSource.Surplus)
        {
            payment.ReleaseRefund(refund.AmountMinor, refund.SurchargeMinor);
            await GiveServicesBack(db, refund, cancel);
        }
        else
        {
            payment.KeepSurplus(refund.AmountMinor);
        }

        db.Outbox.Announce(new EventDraft(EventTypes.RefundDeclined, now, () => RefundEvent.Of(refund)));
    }

    /// <summary>A declined refund leaves paid what was paid.</summary>
    private static async Task GiveServicesBack(BillingDb db, Refund declined, CancellationToken cancel)
    {
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == declined.InvoiceId, cancel);
        var others = await db.Refunds
            .Where(row => row.InvoiceId == invoice.Id && row.Id != declined.Id && row.Source == RefundSource.Invoice && row.Status != RefundStatus.Declined)
            .ToListAsync(cancel);
        await ServiceFulfilment.Keep(db, invoice, others, cancel);
    }

    private static void BecomeUnknown(BillingDb db, Refund refund, string failure, DateTimeOffset now)
    {
        if (refund.Status != RefundStatus.Unknown)
        {
            db.Outbox.Announce(new EventDraft(EventTypes.RefundUnknown, now, () => RefundEvent.Of(refund)));
        }

        refund.BecomeUnknown(failure);
    }
}
