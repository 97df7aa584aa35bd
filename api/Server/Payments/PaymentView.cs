using System.Text.Json.Serialization;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Payments;

/// <summary>One attempt to pay an invoice at one gateway.</summary>
public sealed record PaymentView : IVersionedView
{
    public required string Id { get; init; }

    public required string InvoiceId { get; init; }

    public required string CustomerId { get; init; }

    public required PaymentStatus Status { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>The gateway's name; <c>balance</c> or <c>bonus</c> when none was asked.</summary>
    public required string Gateway { get; init; }

    /// <summary>The version of the gateway's plugin that started it.</summary>
    public required string PluginVersion { get; init; }

    /// <summary>Invoice money.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>What of it was bonus.</summary>
    public required MoneyBody Bonus { get; init; }

    /// <summary>What the buyer pays on top for the gateway.</summary>
    public required MoneyBody Surcharge { get; init; }

    /// <summary>What no invoice needed.</summary>
    public required MoneyBody Unapplied { get; init; }

    /// <summary>Invoice money that went back or is on its way back.</summary>
    public required MoneyBody Refunded { get; init; }

    /// <summary>What the buyer must do, always a redirect; null when there is nothing to do.</summary>
    public NextActionView? NextAction { get; init; }

    /// <summary>Why it was declined, could not be sent or is not known.</summary>
    public string? Failure { get; init; }

    /// <summary>True when it was declined for a reason that may pass.</summary>
    public bool RetryMayHelp { get; init; }

    /// <summary>The wallet that paid, when the gateway tells.</summary>
    public string? Wallet { get; init; }

    /// <summary>Whether the buyer agreed that the gateway keeps the card.</summary>
    public bool SavesCard { get; init; }

    /// <summary>The saved card that was charged, when nobody paid by hand.</summary>
    public string? SavedCardId { get; init; }

    /// <summary>True when nobody asks by itself any more and a person must look.</summary>
    public required bool NeedsPerson { get; init; }

    /// <summary>True when no version of the gateway's plugin is loaded that can carry it on: it is asked about as soon as one is.</summary>
    public bool WaitingForPlugin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>Exchanges with the gateway, oldest first; only when one payment is read.</summary>
    public IReadOnlyList<AttemptView>? Attempts { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static PaymentView Of(Payment payment, Links links, IReadOnlyList<PaymentAttempt>? attempts = null) => new()
    {
        Id = payment.Id.Value,
        InvoiceId = payment.InvoiceId.Value,
        CustomerId = payment.CustomerId.Value,
        Status = payment.Status,
        Method = payment.Method,
        Gateway = payment.Gateway,
        PluginVersion = payment.PluginVersion,
        Amount = MoneyBody.Of(payment.AmountMinor, payment.Currency),
        Bonus = MoneyBody.Of(payment.BonusMinor, payment.Currency),
        Surcharge = MoneyBody.Of(payment.SurchargeMinor, payment.Currency),
        Unapplied = MoneyBody.Of(payment.UnappliedMinor, payment.Currency),
        Refunded = MoneyBody.Of(payment.RefundedMinor, payment.Currency),
        NextAction = NextActionView.Of(payment, links),
        Failure = payment.Failure,
        RetryMayHelp = payment.RetryMayHelp,
        Wallet = payment.Wallet,
        SavesCard = payment.SavesCard,
        SavedCardId = payment.SavedCardId?.Value,
        NeedsPerson = payment.NeedsPerson,
        CreatedAt = payment.StartedAt,
        SucceededAt = payment.SucceededAt,
        Attempts = attempts is null ? null : [.. attempts.Select(AttemptView.Of)],
        Version = payment.Version,
    };
}

/// <summary>Where to send the buyer.</summary>
/// <param name="Type">Always <c>redirect</c>: forms, codes and instructions are shown by our own page.</param>
/// <param name="Url">The gateway's page, or ours.</param>
public sealed record NextActionView(string Type, string Url)
{
    public static NextActionView? Of(Payment payment, Links links) => payment.NextStep switch
    {
        null => null,
        { Kind: BuyerSteps.RedirectKind, Url: { } url } => new NextActionView(BuyerSteps.RedirectKind, url),
        _ => new NextActionView(BuyerSteps.RedirectKind, links.Pay(payment.InvoiceId)),
    };
}

/// <summary>One exchange with a gateway.</summary>
public sealed record AttemptView(AttemptKind Kind, string Outcome, string PluginVersion, DateTimeOffset At, string? RefundId)
{
    public static AttemptView Of(PaymentAttempt attempt) => new(attempt.Kind, attempt.Outcome, attempt.PluginVersion, attempt.At, attempt.RefundId?.Value);
}
