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
        [.. Corrections(subscription, tariff, records, earlier, month), .. PartsOf(subscription, tariff, records, ByMeter(earlier), month)];

    /// <summary>What has become known of the months before one, since they were charged.</summary>
    public static IReadOnlyList<ChargePart> Corrections(
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, IReadOnlyList<UsageCharge> earlier, Month month)
    {
        var charged = ByMeter(earlier);
        return [.. Enumerable.Range(-UsageRules.LateMonths, UsageRules.LateMonths).SelectMany(past => PartsOf(subscription, tariff, records, charged, month.Plus(past)))];
    }

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
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, ILookup<(Month Month, string Meter), ChargePart> charged, Month month)
    {
        if (month.End <= subscription.Anchor)
        {
            return [];
        }

        var prices = TariffOf(tariff, month, charged);
        var used = MonthUsage.Of(subscription, prices, records, month, month.End).ToDictionary(usage => usage.Meter);
        return
            from price in prices.All
            let usage = used.GetValueOrDefault(price.Meter)
            let total = usage?.AmountMinor ?? 0
            let before = charged[(month, price.Meter)].Sum(part => part.AmountMinor)
            where total != before
            select new ChargePart(month, price.Meter, total - before, total, price, usage?.Days ?? []);
    }

    private static ILookup<(Month Month, string Meter), ChargePart> ByMeter(IReadOnlyList<UsageCharge> charges) =>
        charges.OrderBy(charge => charge.Month).SelectMany(charge => charge.Parts).ToLookup(part => (part.Month, part.Meter));

    /// <summary>A meter that was charged keeps its price for that month.</summary>
    private static UsageTariff TariffOf(UsageTariff tariff, Month month, ILookup<(Month Month, string Meter), ChargePart> charged)
    {
        UsagePrice Kept(UsagePrice price) => charged[(month, price.Meter)].Select(part => part.Price).FirstOrDefault() ?? price;
        var all = tariff.All.Select(Kept).ToList();
        return new UsageTariff(all[0].PriceMinor, [.. all.Skip(1)]);
    }
}

public enum ChargeWay
{
    Balance,
    Invoice,
}
