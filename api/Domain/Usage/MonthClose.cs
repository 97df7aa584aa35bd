using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.Usage;

/// <summary>Closes a month of a postpaid service (C3, ruling 36).</summary>
public static class MonthClose
{
    /// <summary>When a month is charged: midnight of the 1st of the next, in the merchant's zone.</summary>
    public static DateTimeOffset At(Month month, Calendar calendar) => calendar.StartOf(month.End);

    /// <summary>
    /// The month's meters, and for earlier months that can still be told late: what they come to now, at the prices that they
    /// were charged at, less what was charged. A part of nothing is left out.
    /// </summary>
    public static IReadOnlyList<ChargePart> Parts(
        Subscription subscription, UsageTariff tariff, IReadOnlyList<UsageRecord> records, IReadOnlyList<UsageCharge> earlier, Month month)
    {
        var charged = earlier.OrderBy(charge => charge.Month).SelectMany(charge => charge.Parts).ToLookup(part => (part.Month, part.Meter));
        var parts = new List<ChargePart>();
        for (var past = month.Plus(-UsageRules.LateMonths); past <= month; past = past.Plus(1))
        {
            if (past.End <= subscription.Anchor)
            {
                continue;
            }

            var prices = TariffOf(tariff, past, charged);
            var used = MonthUsage.Of(subscription, prices, records, past, past.End).ToDictionary(usage => usage.Meter);
            parts.AddRange(
                from price in prices.All
                let usage = used.GetValueOrDefault(price.Meter)
                let total = usage?.AmountMinor ?? 0
                let before = charged[(past, price.Meter)].Sum(part => part.AmountMinor)
                where total != before
                select new ChargePart(past, price.Meter, total - before, total, price, usage?.Days ?? []));
        }

        return parts;
    }

    /// <summary>How a charge is paid: from the balance, below zero where the merchant allows it, or by an invoice.</summary>
    public static ChargeWay WayOf(long amount, Funds funds, bool mayGoBelowZero) =>
        amount <= funds.Available || mayGoBelowZero ? ChargeWay.Balance : ChargeWay.Invoice;

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
