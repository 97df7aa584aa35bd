using BillingHeadless.Client;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>The plans that are billed: one paid ahead by the month, one after use with two meters.</summary>
public static class UsedPlan
{
    private const int MonthlyPrice = 30_000;
    private const string Users = "users";
    private const string Messages = "messages";

    /// <summary>What a customer has used on the first day.</summary>
    public static IReadOnlyList<(string Meter, long Quantity)> OfFirstDay { get; } = [(Users, 5), (Messages, 250)];

    public static CreatePlanRequest Of(BillingDay day, string productId, string currency) => day == BillingDay.Renewal
        ? Plan(productId, currency, PlanBilling.Prepaid, terms: [new PlanTerm { Months = 1 }], meters: [])
        : Plan(productId, currency, PlanBilling.Postpaid, terms: [], meters:
        [
            new UsagePrice { Meter = Users, Kind = MeterKind.Daily, Price = Money(3_000, currency), Included = 2 },
            new UsagePrice { Meter = Messages, Kind = MeterKind.Counted, Price = Money(7, currency), Included = 100, PerUnits = 10 },
        ]);

    private static CreatePlanRequest Plan(string productId, string currency, PlanBilling billing, PlanTerm[] terms, UsagePrice[] meters) => new()
    {
        ProductId = productId,
        Name = "Basic",
        Price = Money(MonthlyPrice, currency),
        Billing = billing,
        Terms = terms,
        UsagePrices = meters,
    };

    private static Money Money(long amount, string currency) => new() { Amount = amount, Currency = currency };
}
