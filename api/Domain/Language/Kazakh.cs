namespace BillingHeadless.Domain.Language;

/// <summary>A Kazakh noun has no gender and stays in the singular after a numeral.</summary>
internal static class Kazakh
{
    public static readonly LanguageData Data = new()
    {
        Plural = Language.Plural.OneOther,
        Numerals = Numerals(),
        Currencies = new Dictionary<string, CurrencyWords>
        {
            ["UAH"] = Currency("гривна", "копийка"),
            ["USD"] = Currency("АҚШ доллары", "цент"),
            ["EUR"] = Currency("еуро", "цент"),
            ["RUB"] = Currency("ресей рублі", "копейка"),
            ["KZT"] = Currency("теңге", "тиын"),
        },
        Marks = new()
        {
            Group = NumberMarks.NoBreakSpace,
            Decimal = ",",
            Signs = new Dictionary<string, string> { ["UAH"] = "₴", ["USD"] = "$", ["EUR"] = "€", ["RUB"] = "₽", ["KZT"] = "₸" },
        },
        Months =
        [
            "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
            "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
        ],
        LongDate = (day, month, year) => $"{year} ж. {day} {month}",
        ShortDate = date => date.ToString("dd.MM.yyyy"),
        Day = CountedNoun.Invariable("күн"),
        Month = CountedNoun.Invariable("ай"),
        Year = CountedNoun.Invariable("жыл"),
    };

    private static CurrencyWords Currency(string major, string minor) =>
        new(CountedNoun.Invariable(major), CountedNoun.Invariable(minor));

    private static NumeralWords Numerals() => new()
    {
        Zero = "нөл",
        UpToNineteen =
        [
            "", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
            "он", "он бір", "он екі", "он үш", "он төрт", "он бес", "он алты", "он жеті", "он сегіз", "он тоғыз",
        ],
        Feminine = ("бір", "екі"),
        NeuterOne = "бір",
        Tens = ["", "", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"],
        // A single hundred is named without "one"; a single thousand is not.
        Hundreds = ["", "жүз", "екі жүз", "үш жүз", "төрт жүз", "бес жүз", "алты жүз", "жеті жүз", "сегіз жүз", "тоғыз жүз"],
        Scales =
        [
            CountedNoun.Invariable("мың"),
            CountedNoun.Invariable("миллион"),
            CountedNoun.Invariable("миллиард"),
            CountedNoun.Invariable("триллион"),
            CountedNoun.Invariable("квадриллион"),
            CountedNoun.Invariable("квинтиллион"),
        ],
    };
}
