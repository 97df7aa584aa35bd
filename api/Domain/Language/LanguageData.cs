namespace BillingHeadless.Domain.Language;

/// <summary>Everything in which one of our languages differs from the others.</summary>
internal sealed record LanguageData
{
    public required Func<ulong, PluralCategory> Plural { get; init; }

    public required NumeralWords Numerals { get; init; }

    /// <summary>The currencies that have a name in this language, by ISO 4217 code. All of them have a minor unit.</summary>
    public required IReadOnlyDictionary<string, CurrencyWords> Currencies { get; init; }

    public required NumberMarks Marks { get; init; }

    /// <summary>January first, in the form that stands after a day.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>A date from its day, the name of its month and its year.</summary>
    public required Func<int, string, int, string> LongDate { get; init; }

    public required Func<DateOnly, string> ShortDate { get; init; }

    public required CountedNoun Day { get; init; }

    public required CountedNoun Month { get; init; }

    public required CountedNoun Year { get; init; }

    public static LanguageData Of(LanguageCode language) => language.Code switch
    {
        "uk" => Ukrainian.Data,
        "ru" => Russian.Data,
        "kk" => Kazakh.Data,
        _ => English.Data,
    };

    public string Form(CountedNoun noun, ulong count) => noun.After(Plural(count));
}

/// <summary>The words of whole numbers.</summary>
internal sealed record NumeralWords
{
    public required string Zero { get; init; }

    /// <summary>One to nineteen, masculine; the first place is empty.</summary>
    public required IReadOnlyList<string> UpToNineteen { get; init; }

    /// <summary>"One" and "two" before a feminine noun.</summary>
    public required (string One, string Two) Feminine { get; init; }

    /// <summary>"One" before a neuter noun; "two" is as in the masculine.</summary>
    public required string NeuterOne { get; init; }

    /// <summary>Twenty to ninety, by the number of tens; the first two places are empty.</summary>
    public required IReadOnlyList<string> Tens { get; init; }

    /// <summary>What stands between twenty and one in 21.</summary>
    public string TensJoint { get; init; } = " ";

    /// <summary>Hundred to nine hundred; the first place is empty.</summary>
    public required IReadOnlyList<string> Hundreds { get; init; }

    /// <summary>Thousand to quintillion: enough for every 64-bit number.</summary>
    public required IReadOnlyList<CountedNoun> Scales { get; init; }
}

/// <summary>The names of a currency's major and minor unit.</summary>
internal sealed record CurrencyWords(CountedNoun Major, CountedNoun Minor);

/// <summary>How figures are punctuated, and how the best known currencies are marked; others are marked by their code.</summary>
internal sealed record NumberMarks
{
    public const string NoBreakSpace = "\u00a0";

    public required string Group { get; init; }

    public required string Decimal { get; init; }

    /// <summary>Whether the currency stands before the figures.</summary>
    public bool CurrencyFirst { get; init; }

    public required IReadOnlyDictionary<string, string> Signs { get; init; }
}
