using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>A day on which something falls due for every customer.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Job">The kind of the jobs that do it, one for each service.</param>
/// <param name="Count">Counts what they leave, one row for each service.</param>
public sealed record BillingDay(string Name, string Job, string Count)
{
    /// <summary>All services have been paid for a month, and are extended from the balance.</summary>
    public static readonly BillingDay Renewal = new("renewal", EndSubscription.Kind, "select count(*) from service_periods");

    /// <summary>All services are paid after use, and the month is charged to the balance.</summary>
    public static readonly BillingDay MonthClose = new("month close", ChargeUsage.Kind, "select count(*) from usage_charges");

    public static IReadOnlyList<BillingDay> All { get; } = [Renewal, MonthClose];
}
