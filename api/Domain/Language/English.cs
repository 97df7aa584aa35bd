namespace BillingHeadless.Domain.Language;

internal static class English
{
    private static readonly CountedNoun Cent = CountedNoun.TwoForms("cent", "cents");

    public static readonly LanguageData Data = new()
    {
        Plural = Language.Plural.OneOther,
        Numerals = Numerals(),
        Currencies = new Dictionary<string, CurrencyWords>
        {
            ["UAH"] = new(CountedNoun.TwoForms("hryvnia", "hryvnias"), CountedNoun.TwoForms("kopiyka", "kopiykas")),
            ["USD"] = new(CountedNoun.TwoForms("US dollar", "US dollars"), Cent),
            ["EUR"] = new(CountedNoun.TwoForms("euro", "euros"), Cent),
            ["RUB"] = new(CountedNoun.TwoForms("ruble", "rubles"), CountedNoun.TwoForms("kopeck", "kopecks")),
            ["KZT"] = new(CountedNoun.Invariable("tenge"), CountedNoun.Invariable("tiyn")),
        },
        Marks = new()
        {
            Group = ",",
            Decimal = ".",
            CurrencyFirst = true,
            Signs = new Dictionary<string, string> { ["USD"] = "$", ["EUR"] = "€" },
        },
        Months =
        [
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ],
        LongDate = (day, month, year) => $"{day} {month} {year}",
        // In figures, half of the English-speaking world would take the day for the month.
        ShortDate = date => date.ToString("d MMM yyyy"),
        Day = CountedNoun.TwoForms("day", "days"),
        Month = CountedNoun.TwoForms("month", "months"),
        Year = CountedNoun.TwoForms("year", "years"),
    };

    private static NumeralWords Numerals() => new()
    {
        Zero = "zero",
        UpToNineteen =
        [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ],
        Feminine = ("one", "two"),
        NeuterOne = "one",
        Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        TensJoint = "-",
        Hundreds =
        [
            "", "one hundred", "two hundred", "three hundred", "four hundred",
            "five hundred", "six hundred", "seven hundred", "eight hundred", "nine hundred",
        ],
        Scales =
        [
            CountedNoun.Invariable("thousand"),
            CountedNoun.Invariable("million"),
            CountedNoun.Invariable("billion"),
            CountedNoun.Invariable("trillion"),
            CountedNoun.Invariable("quadrillion"),
            CountedNoun.Invariable("quintillion"),
        ],
    };
}
