using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Language;

/// <summary>Reads an amount as people of every language write it: "1 250,50", "1250.5", "1,250.50".</summary>
public static class MoneyInput
{
    private const int MostDigits = 15;
    private const int GroupLength = 3;
    private static readonly char[] Marks = [',', '.'];

    /// <summary>
    /// The amount in minor units, or null when it cannot be read one way only. The last comma or point parts the fraction,
    /// unless exactly three digits follow it and the currency has no such fraction; those before it only group.
    /// </summary>
    public static Money? Parse(string text, Currency currency)
    {
        var figures = new string([.. text.Where(character => !char.IsWhiteSpace(character))]);
        var mark = MarkOfFraction(figures, currency.Exponent);
        var whole = mark < 0 ? figures : figures[..mark];
        var fraction = mark < 0 ? "" : figures[(mark + 1)..];
        var digits = Ungrouped(whole);
        return digits is { Length: > 0 } && fraction.Length <= currency.Exponent && (digits + fraction).All(char.IsAsciiDigit) && digits.Length + currency.Exponent <= MostDigits
            ? new Money(long.Parse(digits + fraction.PadRight(currency.Exponent, '0')), currency)
            : null;
    }

    /// <summary>As it is read in every language: "1250.50".</summary>
    public static string Of(Money amount)
    {
        var parts = MinorUnits.Of(amount);
        return parts.FractionDigits.Length == 0 ? $"{parts.Whole}" : $"{parts.Whole}.{parts.FractionDigits}";
    }

    private static int MarkOfFraction(string figures, int exponent)
    {
        var last = figures.LastIndexOfAny(Marks);
        return last >= 0 && (figures.Length - last - 1 != GroupLength || exponent == GroupLength) ? last : -1;
    }

    /// <summary>Without its marks when they stand between groups of three; null when they do not.</summary>
    private static string? Ungrouped(string whole)
    {
        var groups = whole.Split(Marks);
        return groups.Skip(1).All(group => group.Length == GroupLength) && (groups.Length == 1 || groups[0].Length is > 0 and <= GroupLength)
            ? string.Concat(groups)
            : null;
    }
}
