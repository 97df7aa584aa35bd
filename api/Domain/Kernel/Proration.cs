namespace BillingHeadless.Domain.Kernel;

/// <summary>
/// Amounts that are spread evenly over days. Shares are cumulated and rounded half up, so that the parts of any division
/// of the days add up to the whole.
/// </summary>
public static class Proration
{
    /// <summary>What the first so many of all days come to.</summary>
    public static long Share(long amount, int days, int allDays) => days >= 0 && days <= allDays
        ? Rounding.HalfUp((Int128)amount * days, allDays)
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"There are {allDays} days.");

    /// <summary>What the days from one, included, to another, excluded, come to; days are counted from 0.</summary>
    public static long Between(long amount, int from, int to, int allDays) => Share(amount, to, allDays) - Share(amount, from, allDays);

    /// <summary>What the days of a period from a date on come to: nothing when it is over, all of it when it lies ahead.</summary>
    public static long Unused(long amount, Period period, DateOnly from) => Share(amount, UnusedDays(period, from), period.Days);

    /// <summary>Days of a period from a date, included.</summary>
    public static int UnusedDays(Period period, DateOnly from) => from <= period.Start ? period.Days : Math.Max(0, period.End.DayNumber - from.DayNumber);
}
