using System.Globalization;
using System.Text;

namespace BillingHeadless.Templating.Functions;

/// <summary>Reads dates out of text.</summary>
internal static class DateParsing
{
    /// <summary>Characters of a text or a pattern.</summary>
    private const int Longest = 200;

    private const DateTimeStyles Style = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind;

    /// <summary>The date that a text is, with its offset if it names one; null of an empty text.</summary>
    public static object? Parse(Invocation call, int text, int pattern, Culture culture)
    {
        var value = call.Text(text);
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length > Longest) throw call.Fail($"Exceeding the limit of `{Longest}` characters for the text of a date");
        var format = call.IsNull(pattern) ? null : Translate(call, call.Text(pattern));
        if (!TryParse(value, format, culture, out var date)) throw call.Fail($"Unable to parse `{value}` as a date");
        if (date.Kind == DateTimeKind.Unspecified) return date;
        return DateTimeOffset.TryParse(value, culture.Dates, DateTimeStyles.AllowWhiteSpaces, out var moment)
            ? moment
            : DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
    }

    private static bool TryParse(string value, string? format, Culture culture, out DateTime date) => format is null
        ? DateTime.TryParse(value, culture.Dates, Style, out date)
        : DateTime.TryParseExact(value, format, culture.Dates, Style, out date);

    /// <summary>The pattern as .NET writes it.</summary>
    private static string Translate(Invocation call, string pattern)
    {
        if (pattern.Length > Longest) throw call.Fail($"Exceeding the limit of `{Longest}` characters for the pattern of a date");
        var format = new StringBuilder(pattern.Length * 4);
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == '%' && index + 1 < pattern.Length) format.Append(Part(call, pattern[++index]));
            else if (pattern[index] == ' ') format.Append(' ');
            else format.Append('\\').Append(pattern[index]);
        }

        return format.ToString();
    }

    private static string Part(Invocation call, char letter) => letter switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'd' => "dd",
        'e' => "%d",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'k' => "%H",
        'I' => "hh",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        '%' => "\\%",
        'g' => "",
        _ => throw call.Fail($"The date pattern `%{letter}` cannot be used for parsing"),
    };
}
