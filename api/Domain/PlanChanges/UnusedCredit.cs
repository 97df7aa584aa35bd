using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.PlanChanges;

/// <summary>
/// What a tariff change gives back (ruling 38): of every paid period that runs or is to come, the unused days from the day
/// of the change on. What bonuses paid comes back as bonus; list prices never matter.
/// </summary>
public sealed record UnusedCredit(IReadOnlyList<PeriodCredit> Periods)
{
    public FundsPart Total => Periods.Aggregate(FundsPart.Nothing, (sum, period) => sum + period.Credit);

    public static UnusedCredit Of(Subscription subscription, DateOnly day) => new(
    [
        .. from entry in subscription.State.IsOn() ? subscription.Schedule : []
           where entry.Days.End > day
           select new PeriodCredit(entry.Period.Id, Share(entry.Period.Paid, entry.Days, day), Proration.UnusedDays(entry.Days, day), entry.Days.Days),
    ]);

    private static FundsPart Share(FundsPart paid, Period days, DateOnly day)
    {
        var total = Proration.Unused(paid.Total, days, day);
        return FundsPart.Of(total, money: total - Math.Min(total, Proration.Unused(paid.Bonus, days, day)));
    }
}

/// <summary>What one period gives back, and why so much.</summary>
public sealed record PeriodCredit(Id<ServicePeriod> PeriodId, FundsPart Credit, int UnusedDays, int AllDays);
