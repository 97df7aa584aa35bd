using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Usage;

/// <summary>What events say of a month's charge; below zero it has given money back.</summary>
public sealed record UsageChargeEvent(string ChargeId, string SubscriptionId, string CustomerId, string Month, MoneyBody Amount, string? InvoiceId)
{
    public static UsageChargeEvent Of(UsageCharge charge) => new(
        charge.Id.Value,
        charge.SubscriptionId.Value,
        charge.CustomerId.Value,
        $"{charge.Month}",
        MoneyBody.Of(charge.AmountMinor, charge.Currency),
        charge.InvoiceId?.Value);
}
