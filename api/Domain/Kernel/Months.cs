namespace BillingHeadless.Domain.Kernel;

/// <summary>Calendar months, counted from an anchor and never step by step: 31 January, 28 February, 31 March.</summary>
public static class Months
{
    /// <summary>The date so many months after the anchor, on the anchor's day or the month's last.</summary>
    public static DateOnly After(DateOnly anchor, int months) => anchor.AddMonths(months);
}
