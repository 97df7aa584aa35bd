namespace BillingHeadless.Domain.Language;

internal static class Ukrainian
{
    private static readonly CountedNoun Kopiyka = new("копійка", "копійки", "копійок");
    private static readonly CountedNoun Cent = new("цент", "центи", "центів");

    public static readonly LanguageData Data = new()
    {
        Plural = Language.Plural.OneFewMany,
        Numerals = Numerals(),
        Currencies = new Dictionary<string, CurrencyWords>
        {
            ["UAH"] = new(new("гривня", "гривні", "гривень", GrammaticalGender.Feminine), Kopiyka),
            ["USD"] = new(new("долар США", "долари США", "доларів США"), Cent),
            ["EUR"] = new(CountedNoun.Invariable("євро", GrammaticalGender.Neuter), Cent),
            ["RUB"] = new(new("рубль", "рублі", "рублів"), Kopiyka),
            ["KZT"] = new(CountedNoun.Invariable("тенге"), new("тиїн", "тиїни", "тиїнів")),
        },
        Marks = new()
        {
            Group = NumberMarks.NoBreakSpace,
            Decimal = ",",
            Signs = new Dictionary<string, string> { ["UAH"] = "грн", ["USD"] = "$", ["EUR"] = "€", ["RUB"] = "₽", ["KZT"] = "₸" },
        },
        Months =
        [
            "січня", "лютого", "березня", "квітня", "травня", "червня",
            "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
        ],
        LongDate = (day, month, year) => $"{day} {month} {year} р.",
        ShortDate = date => date.ToString("dd.MM.yyyy"),
        Day = new("день", "дні", "днів"),
        Month = new("місяць", "місяці", "місяців"),
        Year = new("рік", "роки", "років"),
    };

    private static NumeralWords Numerals() => new()
    {
        Zero = "нуль",
        UpToNineteen =
        [
            "", "один", "два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять",
            "десять", "одинадцять", "дванадцять", "тринадцять", "чотирнадцять",
            "п'ятнадцять", "шістнадцять", "сімнадцять", "вісімнадцять", "дев'ятнадцять",
        ],
        Feminine = ("одна", "дві"),
        NeuterOne = "одне",
        Tens = ["", "", "двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев'яносто"],
        Hundreds = ["", "сто", "двісті", "триста", "чотириста", "п'ятсот", "шістсот", "сімсот", "вісімсот", "дев'ятсот"],
        Scales =
        [
            new("тисяча", "тисячі", "тисяч", GrammaticalGender.Feminine),
            new("мільйон", "мільйони", "мільйонів"),
            new("мільярд", "мільярди", "мільярдів"),
            new("трильйон", "трильйони", "трильйонів"),
            new("квадрильйон", "квадрильйони", "квадрильйонів"),
            new("квінтильйон", "квінтильйони", "квінтильйонів"),
        ],
    };
}
