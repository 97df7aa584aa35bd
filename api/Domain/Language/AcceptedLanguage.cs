namespace BillingHeadless.Domain.Language;

/// <summary>
/// The choice by an <c>Accept-Language</c> header. The header comes from anyone: what cannot be read is passed over, and
/// no more of it is read than a browser would send.
/// </summary>
public static class AcceptedLanguage
{
    private const int MaxHeaderLength = 500;
    private const int MaxRanges = 20;
    private const int FullWeight = 1000;
    private const int WeightDecimals = 3;

    /// <summary>The language with the highest weight, the first of equals; the fallback if the header names none of ours.</summary>
    public static LanguageCode Choose(string? header, LanguageCode fallback)
    {
        if (header is null || header.Length > MaxHeaderLength)
        {
            return fallback;
        }

        var (chosen, highest) = (fallback, 0);
        foreach (var range in header.Split(',').Take(MaxRanges))
        {
            var (language, weight) = Read(range, fallback);
            if (language is not null && weight > highest)
            {
                (chosen, highest) = (language, weight);
            }
        }

        return chosen;
    }

    private static (LanguageCode? Language, int Weight) Read(string range, LanguageCode fallback)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        var language = parts[0] == "*" ? fallback : LanguageCode.Find(parts[0]);
        return parts.Length switch
        {
            1 => (language, FullWeight),
            2 => (language, Weight(parts[1])),
            _ => (null, 0),
        };
    }

    /// <summary>The weight of <c>q=0.7</c> in thousandths; nothing for what is not a weight.</summary>
    private static int Weight(string parameter)
    {
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var (whole, decimals) = parameter[2..].Split('.') switch
        {
            [var only] => (only, ""),
            [var first, var rest] => (first, rest),
            _ => ("", ""),
        };
        if (whole is not ("0" or "1") || decimals.Length > WeightDecimals || !decimals.All(char.IsAsciiDigit))
        {
            return 0;
        }

        var weight = int.Parse(whole + decimals.PadRight(WeightDecimals, '0'));
        return weight <= FullWeight ? weight : 0;
    }
}
