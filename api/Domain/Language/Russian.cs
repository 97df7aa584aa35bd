namespace BillingHeadless.Domain.Language;

internal static class Russian
{
    private static readonly CountedNoun Kopeck = new("копейка", "копейки", "копеек");
    private static readonly CountedNoun Cent = new("цент", "цента", "центов");

    public static readonly LanguageData Data = new()
    {
        Plural = Language.Plural.OneFewMany,
        Numerals = Numerals(),
        Currencies = new Dictionary<string, CurrencyWords>
        {
            ["UAH"] = new(new("гривна", "гривны", "гривен", GrammaticalGender.Feminine), Kopeck),
            ["USD"] = new(new("доллар США", "доллара США", "долларов США"), Cent),
            ["EUR"] = new(CountedNoun.Invariable("евро"), Cent),
            ["RUB"] = new(new("рубль", "рубля", "рублей"), Kopeck),
            ["KZT"] = new(CountedNoun.Invariable("тенге"), new("тиын", "тиына", "тиынов")),
        },
        Marks = new()
        {
            Group = NumberMarks.NoBreakSpace,
            Decimal = ",",
            Signs = new Dictionary<string, string> { ["UAH"] = "грн", ["USD"] = "$", ["EUR"] = "€", ["RUB"] = "₽", ["KZT"] = "₸" },
        },
        Months =
        [
            "января", "февраля", "марта", "апреля", "мая", "июня",
            "июля", "августа", "сентября", "октября", "ноября", "декабря",
        ],
        LongDate = (day, month, year) => $"{day} {month} {year} г.",
        ShortDate = date => date.ToString("dd.MM.yyyy"),
        Day = new("день", "дня", "дней"),
        Month = new("месяц", "месяца", "месяцев"),
        Year = new("год", "года", "лет"),
    };

    private static NumeralWords Numerals() => new()
    {
        Zero = "ноль",
        UpToNineteen =
        [
            "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
            "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать",
            "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
        ],
        Feminine = ("одна", "две"),
        NeuterOne = "одно",
        Tens = ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
        Hundreds = ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
        Scales =
        [
            new("тысяча", "тысячи", "тысяч", GrammaticalGender.Feminine),
            new("миллион", "миллиона", "миллионов"),
            new("миллиард", "миллиарда", "миллиардов"),
            new("триллион", "триллиона", "триллионов"),
            new("квадриллион", "квадриллиона", "квадриллионов"),
            new("квинтиллион", "квинтиллиона", "квинтиллионов"),
        ],
    };
}
