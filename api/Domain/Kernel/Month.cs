using System.Globalization;

namespace BillingHeadless.Domain.Kernel;

/// <summary>A calendar month of a year: what usage is charged by.</summary>
/// <param name="FirstDay">The 1st.</param>
public readonly record struct Month(DateOnly FirstDay) : IComparable<Month>
{
    public int Year => FirstDay.Year;

    public int Number => FirstDay.Month;

    /// <summary>The first day that does not belong to it any more: when it is charged.</summary>
    public DateOnly End => FirstDay.AddMonths(1);

    public int Days => DateTime.DaysInMonth(Year, Number);

    public Period Period => new(FirstDay, End);

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    public static Month Of(int year, int number) => new(new DateOnly(year, number, 1));

    public static Month Of(DateOnly date) => Of(date.Year, date.Month);

    /// <summary>The month of a text such as <c>2026-04</c>, or null.</summary>
    public static Month? Parse(string text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : null;

    public Month Plus(int months) => Of(FirstDay.AddMonths(months));

    public bool Contains(DateOnly date) => Of(date) == this;

    public int CompareTo(Month other) => FirstDay.CompareTo(other.FirstDay);

    public override string ToString() => $"{Year:D4}-{Number:D2}";
}
