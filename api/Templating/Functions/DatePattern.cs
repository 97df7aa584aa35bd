using System.Globalization;
using System.Text;

namespace BillingHeadless.Templating.Functions;

/// <summary>Writes dates by patterns such as <c>%d %b %Y</c>.</summary>
internal static class DatePattern
{
    /// <summary>Characters of a pattern.</summary>
    public const int Longest = 500;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Writes a date.</summary>
    /// <param name="value">The date, with or without an offset.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="culture">The language of names.</param>
    public static string Format(object value, string pattern, Culture culture)
    {
        var text = new StringBuilder(pattern.Length * 2);
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] != '%' || index + 1 == pattern.Length)
            {
                text.Append(pattern[index]);
                continue;
            }

            var letter = pattern[++index];
            if (letter == 'g') culture = Culture.Invariant;
            else if (Written(value, letter, culture) is { } written) text.Append(written);
            else text.Append('%').Append(letter);
        }

        return text.ToString();
    }

    private static string? Written(object value, char letter, Culture culture)
    {
        var date = value is DateTimeOffset offset ? offset.DateTime : (DateTime)value;
        return Name(date, letter, culture.Dates) ?? Number(date, letter) ?? Combination(value, date, letter, culture);
    }

    private static string? Name(DateTime date, char letter, DateTimeFormatInfo names) => letter switch
    {
        'a' => names.GetAbbreviatedDayName(date.DayOfWeek),
        'A' => names.GetDayName(date.DayOfWeek),
        'b' or 'h' => names.GetAbbreviatedMonthName(date.Month),
        'B' => names.GetMonthName(date.Month),
        'p' => date.Hour < 12 ? "AM" : "PM",
        'P' => date.Hour < 12 ? "am" : "pm",
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => null,
    };

    private static string? Number(DateTime date, char letter) => letter switch
    {
        'C' => Padded(date.Year / 100, 2),
        'd' => Padded(date.Day, 2),
        'e' => Padded(date.Day, 2, ' '),
        'H' => Padded(date.Hour, 2),
        'I' => Padded(HourOfTwelve(date), 2),
        'j' => Padded(date.DayOfYear, 3),
        'k' => Padded(date.Hour, 2, ' '),
        'l' => Padded(HourOfTwelve(date), 2, ' '),
        'L' => Padded(date.Millisecond, 3),
        'm' => Padded(date.Month, 2),
        'M' => Padded(date.Minute, 2),
        'N' => Padded((int)(date.Ticks % TimeSpan.TicksPerSecond) * 100, 9),
        'S' => Padded(date.Second, 2),
        'u' => Padded(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
        'w' => Padded((int)date.DayOfWeek, 1),
        'U' => Padded(WeekOfYear(date, DayOfWeek.Sunday), 2),
        'W' => Padded(WeekOfYear(date, DayOfWeek.Monday), 2),
        'V' => Padded(ISOWeek.GetWeekOfYear(date), 2),
        'y' => Padded(date.Year % 100, 2),
        'Y' => Padded(date.Year, 4),
        _ => null,
    };

    private static string? Combination(object value, DateTime date, char letter, Culture culture) => letter switch
    {
        'c' => Format(value, "%a %b %e %T %Y", culture),
        'D' => Format(value, "%m/%d/%y", culture),
        'F' => Format(value, "%Y-%m-%d", culture),
        'r' => Format(value, "%I:%M:%S %p", culture),
        'R' => Format(value, "%H:%M", culture),
        'T' => Format(value, "%H:%M:%S", culture),
        'v' => Format(value, "%e-%b-%Y", Culture.Invariant).ToUpperInvariant(),
        'x' => date.ToString("d", culture.Dates),
        'X' => date.ToString("T", culture.Dates),
        's' => Runtime.TimeOperators.Moment(value).ToUnixTimeSeconds().ToString(Plain),
        'Z' => value is DateTimeOffset moment ? moment.ToString("zzz", Plain) : "+00:00",
        _ => null,
    };

    /// <summary>Counts from the week that holds the first of January.</summary>
    private static int WeekOfYear(DateTime date, DayOfWeek firstDay) =>
        Plain.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, firstDay);

    private static int HourOfTwelve(DateTime date) => (date.Hour + 11) % 12 + 1;

    private static string Padded(int number, int width, char with = '0') => number.ToString(Plain).PadLeft(width, with);
}
