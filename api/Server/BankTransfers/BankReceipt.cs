using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>Money that the merchant has seen in its account: the transfer is settled with what came, whole, a part or more.</summary>
public sealed class BankReceipt(PaymentStart starts, PaymentSettlement settlement)
{
    public const string Gateway = "bank-transfer";

    /// <summary>The money of a transfer that is waited for.</summary>
    public async Task Take(BillingDb db, Payment payment, long received, CancellationToken cancel)
    {
        payment.Receive(received);
        await settlement.Settle(db, payment, new Succeeded(payment.Charged), AttemptKind.Manual, "", cancel);
    }

    /// <summary>
    /// Money that nobody had announced, or that came on top: a payment of its own. The invoice takes what it needs, the rest is unapplied
    /// (ruling 4). Null when no transfers are taken any more.
    /// </summary>
    public async Task<Payment?> TakeUnannounced(BillingDb db, Id<Invoice> invoiceId, long received, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == invoiceId, cancel);
        if (starts.Record(db, merchant, invoice, Gateway, received) is not { } payment)
        {
            return null;
        }

        await Take(db, payment, received, cancel);
        return payment;
    }
}
