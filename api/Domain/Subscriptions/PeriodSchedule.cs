using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>
/// The dates of paid periods: each begins where the one before ends, and all count whole months from one anchor (ruling 8).
/// When one is taken back, later ones move up (ruling 6).
/// </summary>
public static class PeriodSchedule
{
    public static IReadOnlyList<(ServicePeriod Period, Period Days)> Of(DateOnly anchor, IEnumerable<ServicePeriod> periods)
    {
        var schedule = new List<(ServicePeriod, Period)>();
        var months = 0;
        foreach (var period in periods.Where(period => period.Status == ServicePeriodStatus.Paid && period.Anchor == anchor).OrderBy(period => period.Ordinal))
        {
            var days = new Period(Months.After(anchor, months), Months.After(anchor, months + period.Months));
            schedule.Add((period, days));
            months += period.Months;
        }

        return schedule;
    }
}
