using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using GatewayRefund = BillingHeadless.Plugins.Gateways.RefundPayment;

namespace BillingHeadless.Server.Payments;

/// <summary>Asks the gateway to return the money of a reserved refund.</summary>
public sealed class RefundSending(GatewayCalls gateways, Reader reader)
{
    public async Task<GatewayReply<GatewayOutcome>> Send(Merchant merchant, Payment payment, Refund refund, CancellationToken cancel)
    {
        var (invoice, email, alreadyReturned) = await reader.Read(merchant.Id, async db => (
            await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == refund.InvoiceId, cancel),
            await BuyerEmails.Of(db, payment, cancel),
            await AlreadyReturned(db, refund, cancel)));
        return await gateways.Execute(merchant, payment, CommandOf(payment, refund, invoice, email, alreadyReturned), cancel);
    }

    /// <summary>What other refunds of the payment have returned through its gateway; null while one of them is undecided.</summary>
    public static async Task<Money?> AlreadyReturned(BillingDb db, Refund refund, CancellationToken cancel)
    {
        var others = await db.Refunds
            .Where(row => row.PaymentId == refund.PaymentId && row.Id != refund.Id && row.Method == RefundMethod.Gateway && row.Status != RefundStatus.Declined)
            .ToListAsync(cancel);
        return others.Any(row => row.IsUndecided) ? null : others.Aggregate(Money.Zero(refund.Currency), (sum, row) => sum + row.Returned);
    }

    private static GatewayRefund CommandOf(Payment payment, Refund refund, Invoice invoice, string? email, Money? alreadyReturned) => new()
    {
        Key = OperationKeys.Of(refund),
        Payment = OperationKeys.Of(payment),
        PaymentAmount = payment.Charged,
        Amount = refund.Returned,
        Reason = refund.Reason,
        AlreadyReturned = alreadyReturned,
        Lines = PaymentLines.Of(invoice, refund.Returned),
        BuyerEmail = email,
    };
}
