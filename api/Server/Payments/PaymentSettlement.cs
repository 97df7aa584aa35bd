using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// The one place where news of a payment take effect, whoever brought them: the start itself, a callback, the buyer's
/// return, the resolver. Ledger, invoice, order, licence and events change in the same commit; the same news twice change nothing.
/// </summary>
public sealed class PaymentSettlement(Books books, SurplusHandling surplus, SavedCards cards, InvoiceSettlement invoices, IdSource ids, Clock clock)
{
    public async Task Settle(BillingDb db, Payment payment, GatewayOutcome outcome, AttemptKind kind, string pluginVersion, CancellationToken cancel)
    {
        db.PaymentAttempts.Add(PaymentAttempt.Record(ids.New<PaymentAttempt>(), payment, null, kind, pluginVersion, OutcomeNames.Of(outcome), clock.Now()));
        payment.Learn(outcome.ProviderReference, outcome.ProviderState);
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        switch (outcome)
        {
            case Succeeded succeeded:
                await Succeed(db, merchant, payment, succeeded, now, cancel);
                break;
            case Declined declined when payment.IsUndecided:
                payment.Decline(OutcomeNames.Of(declined.Kind), declined.RetryMayHelp);
                await End(db, payment, EventTypes.PaymentDeclined, now, cancel);
                break;
            case NotSent notSent when payment.IsUndecided && kind == AttemptKind.Start:
                payment.Cancel(OutcomeNames.Of(notSent.Kind));
                await End(db, payment, EventTypes.PaymentCancelled, now, cancel);
                break;
            case NotFound when payment.IsUndecided:
                payment.Cancel("notFound");
                await End(db, payment, EventTypes.PaymentCancelled, now, cancel);
                break;
            case Unsupported when payment.IsUndecided && kind == AttemptKind.Start:
                payment.Cancel("unsupported");
                await End(db, payment, EventTypes.PaymentCancelled, now, cancel);
                break;
            case Unknown unknown when payment.IsUndecided && kind is AttemptKind.Start or AttemptKind.Return:
                BecomeUnknown(db, payment, OutcomeNames.Of(unknown.Kind), now);
                break;

            // The question has not been sent; but the buyer was at the gateway's page, and may have paid there.
            case NotSent notSent when payment.IsUndecided && kind == AttemptKind.Return:
                BecomeUnknown(db, payment, OutcomeNames.Of(notSent.Kind), now);
                break;
            case ActionNeeded action when payment.IsUndecided:
                payment.Await(BuyerSteps.Of(action.Action));
                break;
            case Pending when payment.IsUndecided:
                payment.Await(null);
                break;
        }
    }

    private async Task Succeed(BillingDb db, Merchant merchant, Payment payment, Succeeded succeeded, DateTimeOffset now, CancellationToken cancel)
    {
        if (payment.Status == PaymentStatus.Succeeded)
        {
            return;
        }

        if (succeeded.Amount != payment.Charged)
        {
            Mismatch(db, payment, now);
            return;
        }

        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == payment.InvoiceId, cancel);
        var applied = Math.Min(payment.AmountMinor, invoice.DueMinor);
        payment.Succeed(applied, WalletOf(succeeded), now);
        await books.Book(db, CauseOf(EntryKind.PaymentReceived, payment.Id.Value, payment), now, Bookings.PaymentReceived(payment), cancel);
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentSucceeded, now, () => PaymentEvent.Of(payment)));
        await cards.Keep(db, merchant, payment, succeeded.SavedMethod, now, cancel);
        await Apply(db, merchant, invoice, payment, now, cancel);
        if (payment.UnappliedMinor > 0)
        {
            await surplus.Follow(db, merchant, payment, payment.UnappliedMinor, now, cancel);
        }
    }

    private async Task Apply(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        if (payment.AppliedMinor == 0)
        {
            return;
        }

        if (invoice.Apply(payment.AppliedMinor, now))
        {
            await invoices.Settle(db, merchant, invoice, payment, now, cancel);
        }
        else
        {
            db.Outbox.Plan(ExpireInvoice.After(invoice, payment.Id.Value, now));
        }
    }

    /// <summary>A payment came to nothing: an invoice that had waited for it may expire now.</summary>
    private static async Task End(BillingDb db, Payment payment, string eventType, DateTimeOffset now, CancellationToken cancel)
    {
        db.Outbox.Announce(new EventDraft(eventType, now, () => PaymentEvent.Of(payment)));
        var invoice = await db.Invoices.SingleAsync(row => row.Id == payment.InvoiceId, cancel);
        if (invoice.Status == InvoiceStatus.Open)
        {
            db.Outbox.Plan(ExpireInvoice.After(invoice, payment.Id.Value, now));
        }

        foreach (var waiting in await db.Subscriptions.Where(row => row.OpenInvoiceId == invoice.Id && row.State == SubscriptionState.Renewing).ToListAsync(cancel))
        {
            db.Outbox.Plan(EndSubscription.Again(waiting, payment.Id.Value, now));
        }
    }

    /// <summary>Another amount or currency than was asked for: nothing is booked on such a word; a person must look.</summary>
    private static void Mismatch(BillingDb db, Payment payment, DateTimeOffset now)
    {
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentMismatched, now, () => PaymentEvent.Of(payment)));
        if (payment.IsUndecided)
        {
            BecomeUnknown(db, payment, "amountDiffers", now);
        }

        payment.GiveToPerson();
    }

    private static void BecomeUnknown(BillingDb db, Payment payment, string failure, DateTimeOffset now)
    {
        if (payment.Status != PaymentStatus.Unknown)
        {
            db.Outbox.Announce(new EventDraft(EventTypes.PaymentUnknown, now, () => PaymentEvent.Of(payment)));
        }

        payment.BecomeUnknown(failure);
    }

    private static string? WalletOf(Succeeded succeeded) => succeeded.PaidWith?.Wallet is { } wallet ? OutcomeNames.Of(wallet) : null;

    private static EntryCause CauseOf(EntryKind kind, string causeId, Payment payment) =>
        new(kind, causeId) { PaymentId = payment.Id, InvoiceId = payment.InvoiceId };
}
