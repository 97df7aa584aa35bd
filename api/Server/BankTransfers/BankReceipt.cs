using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>Money that the merchant has seen in its account: the transfer is settled with what came, whole, a part or more.</summary>
public sealed class BankReceipt(PaymentSettlement settlement)
{
    public const string Gateway = "bank-transfer";

    public async Task Take(BillingDb db, Payment payment, long received, CancellationToken cancel)
    {
        payment.Receive(received);
        await settlement.Settle(db, payment, new Succeeded(payment.Charged), AttemptKind.Manual, "", cancel);
    }
}
