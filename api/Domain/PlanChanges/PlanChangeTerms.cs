using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.PlanChanges;

/// <summary>What a tariff change would come to at a moment.</summary>
/// <param name="Day">The local day of the change: the first of the new period.</param>
/// <param name="Price">One new full period.</param>
/// <param name="Credit">Unused days.</param>
/// <param name="Available">What the balance has for it; what another change of the service holds in reserve counts, for it is given back first.</param>
public sealed record PlanChangeTerms(DateOnly Day, long Price, long Credit, long Available)
{
    public long Missing => Math.Max(0, Price - Credit - Available);

    public PlanChangeDecision Decision => Missing == 0 ? PlanChangeDecision.Now : PlanChangeDecision.Invoice;

    /// <summary>What the balance gives to it at once, or into reserve: never more than is needed.</summary>
    public long FromBalance => Math.Min(Available, Math.Max(0, Price - Credit));
}

public enum PlanChangeDecision
{
    /// <summary>The money is there.</summary>
    Now,

    /// <summary>An invoice for what is missing comes first.</summary>
    Invoice,
}

public static class PlanChangeRules
{
    /// <summary>Whether the service may change to a plan today.</summary>
    public static Refusal? Refuse(Subscription subscription, Plan plan, Calendar calendar, DateTimeOffset now) => subscription switch
    {
        { State: SubscriptionState.Pending or SubscriptionState.Cancelled } => PlanChangeRefusals.NotChangeable,
        { IsPostpaid: true } => PlanChangeRefusals.NotChangeable,
        { State: SubscriptionState.Renewing } => SubscriptionRefusals.PaymentUndecided,
        _ when plan.Currency != subscription.Currency => PlanChangeRefusals.CurrencyDiffers,
        _ when subscription.ChangedOn == calendar.DateOf(now) => PlanChangeRefusals.ChangedToday.Until(NextChangeAt(subscription, calendar)!.Value),
        _ when plan.Id == subscription.PlanId => PlanChangeRefusals.SamePlan,
        _ when plan.ProductId != subscription.ProductId || plan.Billing != subscription.Billing || plan.Interval != PlanInterval.Month || !plan.OnSale => PlanChangeRefusals.PlanDiffers,
        _ => null,
    };

    /// <summary>One executed change a day: from when the next is possible; null when it is possible already.</summary>
    public static DateTimeOffset? NextChangeAt(Subscription subscription, Calendar calendar) =>
        subscription.ChangedOn is { } day ? calendar.StartOf(day.AddDays(1)) : null;

    /// <summary>A full period of a plan is its shortest term.</summary>
    public static int MonthsOf(Plan plan) => plan.ShortestTerm;
}
