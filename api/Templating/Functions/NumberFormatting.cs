using System.Globalization;

namespace BillingHeadless.Templating.Functions;

/// <summary>Formats numbers, dates and time spans by .NET's format strings, as long as those are harmless.</summary>
internal static class NumberFormatting
{
    private const int LongestFormat = 100;
    private const int MostDigits = 100;

    public static string Format(Invocation call, IFormattable value, string format, Culture culture)
    {
        if (format.Length > LongestFormat) throw call.Fail($"Exceeding the limit of `{LongestFormat}` characters for a format");
        var isStandard = format.Length > 1 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).ContainsAnyExceptInRange('0', '9') == false;
        if (isStandard && (format.Length > 4 || int.Parse(format.AsSpan(1), CultureInfo.InvariantCulture) > MostDigits))
            throw call.Fail($"Exceeding the limit of `{MostDigits}` digits for a format");
        return call.Paid(value.ToString(format, culture.For(value)));
    }
}
