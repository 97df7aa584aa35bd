using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Takes the money of a refund aside before the gateway is asked, as a pending transfer, so that two refunds never exceed
/// the payment (ruling 6).
/// </summary>
public sealed class RefundReservation(Books books, IdSource ids, Clock clock)
{
    /// <summary>A refund of a settled invoice. The caller has checked that so much is left, and sees to it that the money goes.</summary>
    public async Task<Refund> Reserve(
        BillingDb db, Merchant merchant, Payment payment, Invoice invoice, long amount, RefundMethod method, string reason, CancellationToken cancel)
    {
        // Refunds of its other payments share its taxes with this one.
        db.Hold(invoice);
        var earlier = await db.Refunds
            .Where(refund => refund.InvoiceId == invoice.Id && refund.Source == RefundSource.Invoice && refund.Status != RefundStatus.Declined)
            .ToListAsync(cancel);
        var surcharge = merchant.Settings.KeepSurchargeOnRefund
            ? 0
            : Surcharge.ToReturn(payment.SurchargeMinor, payment.AppliedMinor, payment.RefundedMinor + amount, payment.SurchargeReturnedMinor);
        var draft = new RefundDraft(
            RefundSource.Invoice, method, amount, surcharge, RefundTaxes.Of(invoice, earlier, amount), reason, ids.Token(), ids.Token());
        payment.ReserveRefund(amount, surcharge);
        return await Write(db, payment, draft, clock.NowOf(merchant), cancel);
    }

    /// <summary>A refund of money that no invoice needed; the caller sees to it that the money goes.</summary>
    public Task<Refund> ReserveSurplus(
        BillingDb db, Payment payment, long amount, RefundMethod method, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        payment.ReturnSurplus(amount);
        return Write(db, payment, new RefundDraft(RefundSource.Surplus, method, amount, 0, [], reason, ids.Token(), ids.Token()), now, cancel);
    }

    private async Task<Refund> Write(BillingDb db, Payment payment, RefundDraft draft, DateTimeOffset now, CancellationToken cancel)
    {
        var refund = Refund.Reserve(ids.New<Refund>(), payment, draft, now);
        db.Refunds.Add(refund);
        await books.Book(db, RefundSettlement.Cause(EntryKind.RefundReserved, refund), now, Bookings.Refund(refund, payment, TransferPhase.Pending), cancel);
        db.Outbox.Announce(new EventDraft(EventTypes.RefundCreated, now, () => RefundEvent.Of(refund)));
        return refund;
    }
}
