using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Payments;

/// <summary>What events say of a payment.</summary>
public sealed record PaymentEvent(
    string PaymentId, string InvoiceId, string CustomerId, string Gateway, PaymentStatus Status, MoneyBody Amount, MoneyBody Surcharge, MoneyBody Unapplied, string? Failure)
{
    public static PaymentEvent Of(Payment payment) => new(
        payment.Id.Value,
        payment.InvoiceId.Value,
        payment.CustomerId.Value,
        payment.Gateway,
        payment.Status,
        MoneyBody.Of(payment.AmountMinor, payment.Currency),
        MoneyBody.Of(payment.SurchargeMinor, payment.Currency),
        MoneyBody.Of(payment.UnappliedMinor, payment.Currency),
        payment.Failure);
}

/// <summary>What events say of a refund.</summary>
public sealed record RefundEvent(string RefundId, string PaymentId, RefundStatus Status, RefundSource Source, MoneyBody Amount, MoneyBody Surcharge, string? Failure)
{
    public static RefundEvent Of(Refund refund) => new(
        refund.Id.Value,
        refund.PaymentId.Value,
        refund.Status,
        refund.Source,
        MoneyBody.Of(refund.AmountMinor, refund.Currency),
        MoneyBody.Of(refund.SurchargeMinor, refund.Currency),
        refund.Failure);
}
