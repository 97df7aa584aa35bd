using System.Text.Json.Serialization;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Payments;

/// <summary>Money on its way back.</summary>
public sealed record RefundView : IVersionedView
{
    public required string Id { get; init; }

    public required string PaymentId { get; init; }

    public required RefundStatus Status { get; init; }

    /// <summary>Why it exists: an invoice's money, a surplus that no invoice needed, or a top-up that still lies on the balance.</summary>
    public required RefundSource Source { get; init; }

    public required RefundMethod Method { get; init; }

    /// <summary>Invoice money.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>Of what a balance paid: what of the amount is bonus again. Of a top-up: its bonus that is taken back.</summary>
    public required MoneyBody Bonus { get; init; }

    /// <summary>Of a top-up: its bonus that has been spent, kept of the amount; so much less leaves through the gateway.</summary>
    public required MoneyBody Deducted { get; init; }

    /// <summary>What of the surcharge goes back on top.</summary>
    public required MoneyBody Surcharge { get; init; }

    public required string Reason { get; init; }

    /// <summary>Why it was declined or is not known.</summary>
    public string? Failure { get; init; }

    public required bool NeedsPerson { get; init; }

    /// <summary>What else must be returned by hand, for example an attached pass; empty for licences.</summary>
    public required IReadOnlyList<string> AlsoReturn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static RefundView Of(Refund refund) => new()
    {
        Id = refund.Id.Value,
        PaymentId = refund.PaymentId.Value,
        Status = refund.Status,
        Source = refund.Source,
        Method = refund.Method,
        Amount = MoneyBody.Of(refund.AmountMinor, refund.Currency),
        Bonus = MoneyBody.Of(refund.BonusMinor, refund.Currency),
        Deducted = MoneyBody.Of(refund.DeductedMinor, refund.Currency),
        Surcharge = MoneyBody.Of(refund.SurchargeMinor, refund.Currency),
        Reason = refund.Reason,
        Failure = refund.Failure,
        NeedsPerson = refund.NeedsPerson,
        AlsoReturn = [],
        CreatedAt = refund.CreatedAt,
        EndedAt = refund.EndedAt,
        Version = refund.Version,
    };
}
