using System.Globalization;
using BillingHeadless.Plugins;
using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>Writes an amount as its reader's language does: <c>1,234.50 USD</c> in English, <c>1 234,50 USD</c> in the others.</summary>
internal static class Amounts
{
    private const char NarrowNoBreakSpace = '\u202f';
    private const char NoBreakSpace = '\u00a0';
    private const int GroupLength = 3;

    public static string Write(long minor, string code, PageLanguage language)
    {
        var currency = new Currency(code);
        var digits = minor.ToString(CultureInfo.InvariantCulture).PadLeft(currency.Exponent + 1, '0');
        var whole = Group(digits[..^currency.Exponent], language == PageLanguage.En ? ',' : NarrowNoBreakSpace);
        var point = language == PageLanguage.En ? '.' : ',';
        var number = currency.Exponent == 0 ? whole : $"{whole}{point}{digits[^currency.Exponent..]}";
        return $"{number}{NoBreakSpace}{code}";
    }

    private static string Group(string digits, char separator)
    {
        var first = digits.Length % GroupLength;
        var groups = digits[first..].Chunk(GroupLength).Select(group => new string(group));
        return string.Join(separator, first == 0 ? groups : groups.Prepend(digits[..first]));
    }
}
