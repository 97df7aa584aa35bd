using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Charges what an invoice is due to a saved card, with nobody present: automatic payment asks for it. Reserved in one commit, the gateway
/// is called, the answer is settled in another; a crash in between leaves a payment that the resolver asks about.
/// </summary>
public sealed class SavedCardCharge(IWriter writer, PaymentStart starts)
{
    /// <summary>
    /// The payment as the gateway's answer leaves it: succeeded, declined, or not decided yet. While one by that gateway is open, it is that one.
    /// Which card it is, and whether it is to be charged at all, is decided in the very commit that reserves the payment.
    /// </summary>
    public async Task<Result<Payment>> Charge(
        Id<Merchant> merchant, Id<Invoice> invoice, Func<BillingDb, CancellationToken, Task<SavedCard?>> choose, CancellationToken cancel)
    {
        var decision = await writer.Write(merchant, Turn.Of(invoice), (db, token) => Reserve(db, invoice, choose, token), cancel);
        return decision switch
        {
            _ when decision.Refused(out var refusal) => refusal,
            { Value: { IsNew: false } open } => open.Payment,
            { Value: var reserved } => await starts.Send(reserved, (_, payment, _) => Task.FromResult(payment), cancel),
        };
    }

    private async Task<Result<ReservedPayment>> Reserve(
        BillingDb db, Id<Invoice> invoiceId, Func<BillingDb, CancellationToken, Task<SavedCard?>> choose, CancellationToken cancel)
    {
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == invoiceId, cancel);
        return await choose(db, cancel) is { IsOpen: true } card && card.CustomerId == invoice.CustomerId
            ? await starts.Reserve(db, invoice, new PaymentWish(card.Gateway, AmountMinor: null, ReturnUrl: null) { Card = card }, cancel)
            : PaymentRefusals.SavedCardNotFound;
    }

    /// <summary>A card that may be charged for an invoice: its own customer's, and not ended.</summary>
    public static async Task<SavedCard?> Find(BillingDb db, Invoice invoice, string cardId, CancellationToken cancel) =>
        await db.SavedCards.ById(cardId, cancel) is { IsOpen: true } card && card.CustomerId == invoice.CustomerId ? card : null;
}
