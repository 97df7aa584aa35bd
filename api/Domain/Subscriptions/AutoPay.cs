using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>How a service is extended by itself (B6, D5).</summary>
public enum AutoPayMethod
{
    None,

    /// <summary>From the balance, at the end of the period, when the money is there.</summary>
    Balance,

    /// <summary>By the saved card, at the end of the period.</summary>
    Card,

    /// <summary>An invoice is issued some days before the end; a person pays it.</summary>
    Invoice,
}

/// <summary>
/// The customer's own word that it may be charged without asking again, with who gave it and when (C2, ruling 35). An
/// invoice charges nothing and needs none.
/// </summary>
public sealed record StandingOrder(AutoPayMethod Method, string GivenBy, DateTimeOffset GivenAt)
{
    /// <summary>The saved card, when it is one.</summary>
    public Id<SavedCard>? SavedCardId { get; init; }

    public static bool IsNeededFor(AutoPayMethod method) => method is AutoPayMethod.Balance or AutoPayMethod.Card;
}

public static class AutoPayRules
{
    public static Refusal? Refuse(AutoPayMethod method, bool savedMethodsOn, bool hasSavedCard, bool isPostpaid) => method switch
    {
        not AutoPayMethod.None when isPostpaid => SubscriptionRefusals.AutoPayNotNeeded,
        AutoPayMethod.Card when !savedMethodsOn => SubscriptionRefusals.SavedMethodsOff,
        AutoPayMethod.Card when !hasSavedCard => SubscriptionRefusals.SavedCardMissing,
        _ => null,
    };
}
