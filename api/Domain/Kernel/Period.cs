namespace BillingHeadless.Domain.Kernel;

/// <summary>Days from the first one, included, to the end, excluded.</summary>
public readonly record struct Period(DateOnly Start, DateOnly End)
{
    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>The last day that is covered: what pages and documents print.</summary>
    public DateOnly LastDay => End.AddDays(-1);
}
