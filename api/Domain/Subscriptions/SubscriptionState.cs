using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>Where a service stands.</summary>
public enum SubscriptionState
{
    /// <summary>Nothing has been paid for it yet.</summary>
    Pending,

    /// <summary>It runs: paid ahead, or postpaid.</summary>
    Active,

    /// <summary>Its period is over while a payment for the next one is undecided: it stays on until that is known (ruling 32).</summary>
    Renewing,

    /// <summary>Its paid time is over. It can be paid for again.</summary>
    Expired,

    /// <summary>It was ended for good.</summary>
    Cancelled,
}

public static class SubscriptionStates
{
    public static readonly Transitions<SubscriptionState> Moves = new(
        (SubscriptionState.Pending, SubscriptionState.Active),
        (SubscriptionState.Pending, SubscriptionState.Cancelled),
        (SubscriptionState.Active, SubscriptionState.Renewing),
        (SubscriptionState.Active, SubscriptionState.Expired),
        (SubscriptionState.Active, SubscriptionState.Cancelled),
        (SubscriptionState.Renewing, SubscriptionState.Active),
        (SubscriptionState.Renewing, SubscriptionState.Expired),
        (SubscriptionState.Renewing, SubscriptionState.Cancelled),
        (SubscriptionState.Expired, SubscriptionState.Active),
        (SubscriptionState.Expired, SubscriptionState.Cancelled));

    /// <summary>Whether the customer can use it.</summary>
    public static bool IsOn(this SubscriptionState state) => state is SubscriptionState.Active or SubscriptionState.Renewing;
}
