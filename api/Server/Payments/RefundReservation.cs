using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Takes the money of a refund aside before the gateway is asked, as a pending transfer, so that two refunds never exceed
/// the payment (ruling 6).
/// </summary>
public sealed class RefundReservation(Books books, IdSource ids, Clock clock)
{
    /// <summary>What can go back now: first what no invoice needed, then invoice money that neither went back nor was credited; of a top-up no more than lies on the balance.</summary>
    public static async Task<long> LeftOf(BillingDb db, Payment payment, Invoice invoice, CancellationToken cancel)
    {
        if (payment.SurplusMinor > 0)
        {
            return payment.SurplusMinor;
        }

        return await LeftOfInvoice(db, payment, invoice, await Earlier(db, invoice, cancel), cancel);
    }

    private static async Task<long> LeftOfInvoice(BillingDb db, Payment payment, Invoice invoice, List<Refund> earlier, CancellationToken cancel)
    {
        var left = invoice.IsOfBalance
            ? TopUpRefund.Limit(ToppedUp(invoice, earlier), await CustomerFunds.Hold(db, invoice.CustomerId, invoice.Currency, cancel))
            : invoice.TotalMinor - invoice.CreditedMinor - earlier.Sum(refund => refund.AmountMinor);
        return Math.Max(0, Math.Min(left, payment.RefundableMinor));
    }

    /// <summary>A refund of a settled invoice. The caller has checked that so much is left, and sees to it that the money goes.</summary>
    public async Task<Refund> Reserve(
        BillingDb db, Merchant merchant, Payment payment, Invoice invoice, long amount, RefundMethod method, string reason, CancellationToken cancel)
    {
        // Refunds of its other payments share its taxes with this one.
        db.Hold(invoice);
        var earlier = await Earlier(db, invoice, cancel);
        var surcharge = merchant.Settings.KeepSurchargeOnRefund
            ? 0
            : Surcharge.ToReturn(payment.SurchargeMinor, payment.AppliedMinor, payment.RefundedMinor + amount, payment.SurchargeReturnedMinor);
        var asked = new RefundDraft(RefundSource.Invoice, method, amount, surcharge, [], reason, ids.Token(), ids.Token());
        var draft = await PartsOf(db, payment, invoice, earlier, asked, cancel);
        payment.ReserveRefund(amount, surcharge);
        var refund = await Write(db, payment, draft, clock.NowOf(merchant), cancel);
        await ServiceFulfilment.Keep(db, invoice, [.. earlier, refund], cancel);
        return refund;
    }

    /// <summary>
    /// Takes the money of a declined refund that had gone out after all. Answers its parts as they are now, or null when what went is not all there any more.
    /// </summary>
    public static async Task<RefundDraft?> TakeLate(BillingDb db, Payment payment, Invoice invoice, Refund refund, CancellationToken cancel)
    {
        var gone = new RefundDraft(
            refund.Source, refund.Method, refund.AmountMinor, refund.SurchargeMinor, [], refund.Reason, refund.MerchantReference, refund.GatewayKey);
        return refund.Source == RefundSource.Surplus ? TakeLateSurplus(payment, gone) : await TakeLate(db, payment, invoice, refund, gone, cancel);
    }

    private static RefundDraft? TakeLateSurplus(Payment payment, RefundDraft gone)
    {
        if (gone.AmountMinor > payment.SurplusMinor)
        {
            return null;
        }

        payment.ReturnSurplus(gone.AmountMinor);
        return gone;
    }

    private static async Task<RefundDraft?> TakeLate(BillingDb db, Payment payment, Invoice invoice, Refund refund, RefundDraft gone, CancellationToken cancel)
    {
        db.Hold(invoice);
        var earlier = await Earlier(db, invoice, cancel);
        if (gone.AmountMinor > await LeftOfInvoice(db, payment, invoice, earlier, cancel) || gone.SurchargeMinor > payment.SurchargeMinor - payment.SurchargeReturnedMinor)
        {
            return null;
        }

        var parts = await PartsOf(db, payment, invoice, earlier, gone, cancel);
        if (parts.DeductedMinor != refund.DeductedMinor)
        {
            return null;
        }

        payment.ReserveRefund(gone.AmountMinor, gone.SurchargeMinor);
        await ServiceFulfilment.Keep(db, invoice, [.. earlier, refund], cancel);
        return parts;
    }

    private static Task<List<Refund>> Earlier(BillingDb db, Invoice invoice, CancellationToken cancel) => db.Refunds
        .Where(refund => refund.InvoiceId == invoice.Id && refund.Source != RefundSource.Surplus && refund.Status != RefundStatus.Declined)
        .ToListAsync(cancel);

    private static ToppedUp ToppedUp(Invoice invoice, List<Refund> earlier) => new(
        invoice.TotalMinor, invoice.BonusMinor, earlier.Sum(refund => refund.AmountMinor), earlier.Sum(refund => refund.BonusMinor + refund.DeductedMinor));

    private static async Task<RefundDraft> PartsOf(
        BillingDb db, Payment payment, Invoice invoice, List<Refund> earlier, RefundDraft draft, CancellationToken cancel) => invoice.IsOfBalance
            ? OfTopUp(draft, TopUpRefund.Of(ToppedUp(invoice, earlier), draft.AmountMinor, await CustomerFunds.Read(db, invoice.CustomerId, invoice.Currency, cancel)))
            : OfSale(draft, payment, invoice, earlier);

    private static RefundDraft OfTopUp(RefundDraft draft, TopUpRefund parts) =>
        draft with { Source = RefundSource.TopUp, BonusMinor = parts.FromBonus, DeductedMinor = parts.Deducted };

    /// <summary>What a balance or bonus paid goes back to it, in the mixture in which it came.</summary>
    private static RefundDraft OfSale(RefundDraft draft, Payment payment, Invoice invoice, List<Refund> earlier)
    {
        var returned = invoice.CreditedMinor + earlier.Sum(refund => refund.AmountMinor);
        var taxes = RefundTaxes.Of(invoice, returned, [.. invoice.CreditedTaxes, .. earlier.SelectMany(refund => refund.Taxes)], draft.AmountMinor);
        var bonusBefore = earlier.Where(refund => refund.PaymentId == payment.Id).Sum(refund => refund.BonusMinor);
        return draft with
        {
            Method = payment.Method == PaymentMethod.Gateway ? draft.Method : RefundMethod.Balance,
            Taxes = taxes,
            BonusMinor = Math.Max(0, payment.Applied.Share(payment.RefundedMinor + draft.AmountMinor).Bonus - bonusBefore),
        };
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
