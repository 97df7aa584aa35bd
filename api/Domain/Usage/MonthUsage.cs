using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.Usage;

/// <summary>
/// What a postpaid service has used in a month up to a day, meter by meter and day by day (ruling 36). Cumulated and
/// rounded half up, so that a full month of the base is exactly its price, and days add up to their meter.
/// </summary>
public static class MonthUsage
{
    /// <param name="subscription">The service.</param>
    /// <param name="tariff">Its prices.</param>
    /// <param name="records">Records of the month; those that were corrected count no more.</param>
    /// <param name="month">The month.</param>
    /// <param name="until">The first day that does not count yet.</param>
    public static IReadOnlyList<MeterUsage> Of(Subscription subscription, UsageTariff tariff, IEnumerable<UsageRecord> records, Month month, DateOnly until)
    {
        var corrected = records.Select(record => record.Corrects).OfType<string>().ToHashSet();
        var counted = records
            .Where(record => !corrected.Contains(record.RecordId) && month.Contains(record.Day) && record.Day < until)
            .ToLookup(record => (record.Meter, record.Day), record => record.Quantity);
        return
        [
            .. from price in tariff.All
               let days = Days(subscription, price, month, until, day => counted[(price.Meter, day)].Sum())
               where days.Count > 0
               select new MeterUsage(price.Meter, month, days.Sum(day => day.AmountMinor), days),
        ];
    }

    private static List<DayUsage> Days(Subscription subscription, UsagePrice price, Month month, DateOnly until, Func<DateOnly, long> recorded)
    {
        var days = new List<DayUsage>();
        Int128 units = 0;
        long charged = 0;
        for (var day = month.FirstDay; day < until && day < month.End; day = day.AddDays(1))
        {
            var quantity = QuantityOn(subscription, price, day, recorded);
            units += price.Kind == MeterKind.Counted ? quantity : Math.Max(0, quantity - price.Included);
            var amount = Cumulated(price, units, month) - charged;
            charged += amount;
            if (quantity > 0)
            {
                days.Add(new DayUsage(day, quantity, amount));
            }
        }

        return days;
    }

    private static long QuantityOn(Subscription subscription, UsagePrice price, DateOnly day, Func<DateOnly, long> recorded) =>
        !subscription.WasOn(day) ? 0
        : price.Meter == UsagePrice.Base ? subscription.Quantity
        : price.Kind != MeterKind.AddOn ? recorded(day)
        : subscription.AddOns.Any(addOn => addOn.Meter == price.Meter && addOn.WasOn(day)) ? subscription.Quantity
        : 0;

    private static long Cumulated(UsagePrice price, Int128 units, Month month) => price.Kind == MeterKind.Counted
        ? Bounded(price.PriceMinor * Int128.Max(0, units - price.Included), price.PerUnits)
        : Bounded(price.PriceMinor * units, (Int128)price.PerUnits * month.Days);

    /// <summary>Recording is refused before; a price that was raised later cannot make more of it, either.</summary>
    private static long Bounded(Int128 numerator, Int128 denominator) =>
        numerator >= UsageRules.MaximumAmount * denominator ? UsageRules.MaximumAmount : Rounding.HalfUp(numerator, denominator);
}

/// <summary>What a postpaid plan costs: its own price for every day, and its meters.</summary>
public sealed record UsageTariff(long BaseMinor, IReadOnlyList<UsagePrice> Meters)
{
    public IReadOnlyList<UsagePrice> All => [new UsagePrice(UsagePrice.Base, MeterKind.AddOn, BaseMinor), .. Meters];

    public static UsageTariff Of(IReadOnlyList<UsagePrice> all) => new(all[0].PriceMinor, [.. all.Skip(1)]);
}

/// <summary>A meter in a month: its days add up to its amount.</summary>
public sealed record MeterUsage(string Meter, Month Month, long AmountMinor, IReadOnlyList<DayUsage> Days);

/// <summary>A day of a meter: how much, and what it added.</summary>
public sealed record DayUsage(DateOnly Day, long Quantity, long AmountMinor);
