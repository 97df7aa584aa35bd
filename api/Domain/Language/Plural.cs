namespace BillingHeadless.Domain.Language;

/// <summary>The CLDR plural categories that whole numbers take in our languages.</summary>
public enum PluralCategory
{
    One,
    Few,
    Many,
    Other,
}

/// <summary>Which form of a word goes with a count.</summary>
public static class Plural
{
    /// <summary>The category of a whole count; a negative one counts as its opposite.</summary>
    public static PluralCategory Of(long count, LanguageCode language) =>
        LanguageData.Of(language).Plural(MinorUnits.Magnitude(count));

    /// <summary>Ukrainian and Russian: 1 день, 2 дні, 5 днів, 11 днів, 21 день.</summary>
    internal static PluralCategory OneFewMany(ulong count) => (count % 10) switch
    {
        _ when count % 100 is >= 11 and <= 14 => PluralCategory.Many,
        1 => PluralCategory.One,
        2 or 3 or 4 => PluralCategory.Few,
        _ => PluralCategory.Many,
    };

    /// <summary>English and Kazakh: one, and everything else.</summary>
    internal static PluralCategory OneOther(ulong count) => count == 1 ? PluralCategory.One : PluralCategory.Other;
}
