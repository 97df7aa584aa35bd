using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Money that no invoice needs is booked apart, shown, and follows the merchant's policy: back to where it came from, or to
/// the customer's balance. It is never income (ruling 4).
/// </summary>
public sealed class SurplusHandling(Books books, GatewayOffers offers, RefundReservation refunds, Clock clock)
{
    private const string SurplusReason = "No invoice needed this payment.";

    /// <summary>Frees what an invoice had taken of a payment.</summary>
    public async Task Release(BillingDb db, Merchant merchant, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        var (amount, part) = (payment.AppliedMinor, payment.Applied);
        payment.Release();
        if (payment.Method != PaymentMethod.Gateway)
        {
            await GiveBack(db, payment, part, now, cancel);
            return;
        }

        var cause = new EntryCause(EntryKind.PaymentReleased, payment.Id.Value) { PaymentId = payment.Id, InvoiceId = payment.InvoiceId };
        await books.Book(db, cause, now, Bookings.PaymentReleased(payment, amount), cancel);
        await Follow(db, merchant, payment, amount, now, cancel);
    }

    /// <summary>What a balance or bonus had given is on it again at once, whatever the policy for money from outside.</summary>
    private async Task GiveBack(BillingDb db, Payment payment, FundsPart part, DateTimeOffset now, CancellationToken cancel)
    {
        var invoice = await db.Invoices.SingleAsync(row => row.Id == payment.InvoiceId, cancel);
        var cause = new EntryCause(EntryKind.ReturnedToBalance, payment.Id.Value) { PaymentId = payment.Id, InvoiceId = payment.InvoiceId };
        await books.Book(db, cause, now, CustomerBookings.Returned(payment.PayerId, invoice, part), cancel);
    }

    /// <summary>Announces unapplied money and does with it what the merchant's policy says.</summary>
    public async Task Follow(BillingDb db, Merchant merchant, Payment payment, long amount, DateTimeOffset now, CancellationToken cancel)
    {
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentUnapplied, now, () => PaymentEvent.Of(payment)));
        if (merchant.Settings.SurplusPolicy == SurplusPolicy.Balance)
        {
            var cause = new EntryCause(EntryKind.SurplusCredited, payment.Id.Value) { PaymentId = payment.Id, InvoiceId = payment.InvoiceId };
            payment.ReturnSurplus(amount);
            await books.Book(db, cause, now, Bookings.SurplusCredited(payment, amount), cancel);
            return;
        }

        // Where the gateway returns no money, it stays unapplied and visible until a person returns it by hand.
        if (offers.Find(payment.Gateway, merchant)?.Returns(new Money(amount, payment.Currency), payment.Charged) == true)
        {
            var refund = await refunds.ReserveSurplus(db, payment, amount, RefundMethod.Gateway, SurplusReason, now, cancel);
            db.Outbox.Plan(SendRefund.For(refund, clock.Now()));
        }
    }
}
