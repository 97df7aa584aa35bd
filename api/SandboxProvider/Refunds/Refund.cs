using System.Text.Json.Serialization;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Http;

namespace BillingHeadless.SandboxProvider.Refunds;

/// <summary>Money on its way back.</summary>
internal sealed record Refund
{
    public required string Id { get; init; }

    public required long AccountId { get; init; }

    public required string CheckoutId { get; init; }

    public required string Reference { get; init; }

    public required string IdempotencyKey { get; init; }

    public required long Amount { get; init; }

    public required RefundStatus Status { get; init; }

    /// <summary>What a pending refund will be.</summary>
    public required RefundStatus EndsAs { get; init; }

    /// <summary>When a pending refund ends.</summary>
    public required long EndsAt { get; init; }

    public required CallbackMode Callbacks { get; init; }

    public required int CallbackDelaySeconds { get; init; }

    public required long CreatedAt { get; init; }
}

/// <summary>States: (pending →) succeeded or declined.</summary>
[JsonConverter(typeof(CamelCaseEnum<RefundStatus>))]
internal enum RefundStatus
{
    Pending,
    Succeeded,
    Declined,
}

/// <summary>How a refund goes, so that a gateway can be tested with all of them.</summary>
[JsonConverter(typeof(CamelCaseEnum<RefundMode>))]
internal enum RefundMode
{
    /// <summary>Done at once.</summary>
    Immediate,

    /// <summary>Pending first, done later.</summary>
    Asynchronous,

    /// <summary>Declined at once.</summary>
    Declined,

    /// <summary>Pending first, declined later.</summary>
    AsynchronousDeclined,

    /// <summary>Done at once, but nobody is told: the request gets no answer, and there is no callback.</summary>
    Unanswered,
}

/// <summary>A refund as a gateway reads it, in answers and in callbacks.</summary>
internal sealed record RefundView(
    string Id, string Reference, string PaymentReference, RefundStatus Status, long Amount, string Currency)
{
    public static RefundView Of(Refund refund, Checkout checkout) =>
        new(refund.Id, refund.Reference, checkout.Reference, refund.Status, refund.Amount, checkout.Currency);
}

/// <summary>What a gateway sends to give money back.</summary>
/// <param name="PaymentReference">The merchant reference of the checkout that was paid.</param>
internal sealed record RefundRequest(
    string Reference,
    string PaymentReference,
    long Amount,
    string Currency,
    string Reason,
    RefundMode Mode = RefundMode.Immediate,
    int DelaySeconds = 0,
    CallbackMode Callbacks = CallbackMode.Normal,
    int CallbackDelaySeconds = 0)
{
    /// <summary>The first rule that the request breaks, or null.</summary>
    public Refusal? Check() => this switch
    {
        { Reference.Length: 0 or > Limits.ReferenceLength } => Refusal.Invalid("reference", $"1 to {Limits.ReferenceLength} characters."),
        { Amount: < 1 or > Limits.LargestAmount } => Refusal.Invalid("amount", $"1 to {Limits.LargestAmount} minor units."),
        { Reason.Length: > Limits.DescriptionLength } => Refusal.Invalid("reason", $"at most {Limits.DescriptionLength} characters."),
        { DelaySeconds: < 0 or > Limits.LongestDelaySeconds } => Refusal.Invalid("delaySeconds", $"0 to {Limits.LongestDelaySeconds}."),
        { CallbackDelaySeconds: < 0 or > Limits.LongestDelaySeconds } =>
            Refusal.Invalid("callbackDelaySeconds", $"0 to {Limits.LongestDelaySeconds}."),
        _ => null,
    };
}
