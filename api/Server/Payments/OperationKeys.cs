using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Server.Payments;

/// <summary>The names under which gateways know our operations.</summary>
public static class OperationKeys
{
    public static OperationKey Of(Payment payment) => new()
    {
        IdempotencyKey = payment.GatewayKey,
        MerchantReference = payment.MerchantReference,
        ProviderReference = payment.ProviderReference,
        ProviderState = payment.ProviderState,
    };

    public static OperationKey Of(Refund refund) => new()
    {
        IdempotencyKey = refund.GatewayKey,
        MerchantReference = refund.MerchantReference,
        ProviderReference = refund.ProviderReference,
        ProviderState = refund.ProviderState,
    };
}
