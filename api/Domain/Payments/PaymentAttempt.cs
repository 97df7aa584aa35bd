using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Payments;

/// <summary>One exchange with a gateway about a payment or a refund, and what came of it: for people who must understand a payment.</summary>
public sealed class PaymentAttempt : IEntity, IOwned
{
    private PaymentAttempt()
    {
    }

    public static string IdPrefix => "att";

    public Id<PaymentAttempt> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Payment> PaymentId { get; private set; }

    public Id<Refund>? RefundId { get; private set; }

    public AttemptKind Kind { get; private set; }

    public string PluginVersion { get; private set; } = "";

    /// <summary>The outcome's name, for example <c>succeeded</c>.</summary>
    public string Outcome { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static PaymentAttempt Record(
        Id<PaymentAttempt> id, Payment payment, Id<Refund>? refund, AttemptKind kind, string pluginVersion, string outcome, DateTimeOffset at) => new()
        {
            Id = id,
            MerchantId = payment.MerchantId,
            PaymentId = payment.Id,
            RefundId = refund,
            Kind = kind,
            PluginVersion = pluginVersion,
            Outcome = outcome,
            At = at,
        };
}

public enum AttemptKind
{
    Start,
    Query,
    Callback,
    Refund,
    Manual,

    /// <summary>Asked because the buyer has come back from the gateway's page.</summary>
    Return,
}
