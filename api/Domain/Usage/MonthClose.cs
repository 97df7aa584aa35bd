using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.Usage;

/// <summary>Closes a month of a postpaid service (C3, ruling 36).</summary>
public static class MonthClose
{
    /// <summary>When a month is charged: midnight of the 1st of the next, in the merchant's zone.</summary>
    public static DateTimeOffset At(Month month, Calendar calendar) => calendar.StartOf(month.End);

    /// <summary>Whether a later month is closed as well: of one that has ended as long as usage can still be told late.</summary>
    public static bool GoesOnAfter(Month month, Subscription subscription) =>
        subscription.LastDay is not { } last || Month.Of(last).Plus(UsageRules.LateMonths) > month;

    /// <summary>
    /// The month's meters, and for earlier months that can still be told late: what they come to now, at the prices that they
    /// were charged at, less what was charged. A part of nothing is left out.
    /// </summary>
    public static IReadOnlyList<ChargePart> Parts(
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, IReadOnlyList<UsageCharge> earlier, Month month) =>
        [.. Corrections(subscription, tariff, records, earlier, month), .. PartsOf(subscription, tariff, records, earlier, month)];

    /// <summary>What has become known of the months before one, since they were charged.</summary>
    public static IReadOnlyList<ChargePart> Corrections(
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, IReadOnlyList<UsageCharge> earlier, Month month) =>
        [.. Enumerable.Range(-UsageRules.LateMonths, UsageRules.LateMonths).SelectMany(past => PartsOf(subscription, tariff, records, earlier, month.Plus(past)))];

    /// <summary>What a running month has come to before a day.</summary>
    public static IReadOnlyList<ChargePart> SoFar(Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, Month month, DateOnly until)
    {
        var prices = tariff.All.ToDictionary(price => price.Meter);
        return
        [
            .. from usage in MonthUsage.Of(subscription, tariff, records, month, until)
               select new ChargePart(month, usage.Meter, usage.AmountMinor, usage.AmountMinor, prices[usage.Meter], usage.Days),
        ];
    }

    /// <summary>What a month that was charged has come to with all that was charged of it later.</summary>
    public static IReadOnlyList<ChargePart> Charged(IEnumerable<UsageCharge> charges, Month month) =>
    [
        .. from part in charges.OrderBy(charge => charge.Month).SelectMany(charge => charge.Parts)
           where part.Month == month
           group part by part.Meter into parts
           let last = parts.Last()
           select last with { AmountMinor = last.TotalMinor },
    ];

    /// <summary>How a charge is paid: from the balance, below zero where the merchant allows it, or by an invoice.</summary>
    public static ChargeWay WayOf(long amount, Funds funds, bool mayGoBelowZero) =>
        amount <= funds.Available || mayGoBelowZero ? ChargeWay.Balance : ChargeWay.Invoice;

    private static IEnumerable<ChargePart> PartsOf(
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, IReadOnlyList<UsageCharge> earlier, Month month)
    {
        if (month.End <= subscription.Anchor)
        {
            return [];
        }

        var prices = TariffOf(month, tariff, earlier);
        var used = MonthUsage.Of(subscription, prices, records, month, month.End).ToDictionary(usage => usage.Meter);
        var charged = earlier.SelectMany(charge => charge.Parts).Where(part => part.Month == month).ToLookup(part => part.Meter, part => part.AmountMinor);
        return
            from price in prices.All
            let usage = used.GetValueOrDefault(price.Meter)
            let total = usage?.AmountMinor ?? 0
            let before = charged[price.Meter].Sum()
            where total != before
            select new ChargePart(month, price.Meter, total - before, total, price, usage?.Days ?? []);
    }

    /// <summary>A month that was charged keeps its meters and prices.</summary>
    private static UsageTariff TariffOf(Month month, UsageTariff tariff, IReadOnlyList<UsageCharge> earlier) =>
        earlier.FirstOrDefault(charge => charge.Month == month) is { } charge ? UsageTariff.Of(charge.Prices) : tariff;
}

public enum ChargeWay
{
    Balance,
    Invoice,
}
