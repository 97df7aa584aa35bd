using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using GatewayRefund = BillingHeadless.Plugins.Gateways.RefundPayment;

namespace BillingHeadless.Server.Payments;

/// <summary>Asks the gateway to return the money of a reserved refund. The same refund may be sent again: its key makes it one.</summary>
public sealed class RefundSending(GatewayCalls gateways)
{
    public Task<GatewayReply<GatewayOutcome>> Send(Merchant merchant, Payment payment, Refund refund, CancellationToken cancel) => gateways.Execute(
        merchant,
        payment.Gateway,
        new GatewayRefund
        {
            Key = OperationKeys.Of(refund),
            Payment = OperationKeys.Of(payment),
            PaymentAmount = payment.Charged,
            Amount = refund.Returned,
            Reason = refund.Reason,
        },
        cancel);
}
