using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>X8: amounts in words on documents, in four languages.</summary>
public class AmountInWordsTests
{
    [Theory]
    [InlineData("UAH", 1, "Нуль гривень 01 копійка")]
    [InlineData("UAH", 101, "Одна гривня 01 копійка")]
    [InlineData("UAH", 200, "Дві гривні 00 копійок")]
    [InlineData("UAH", 1100, "Одинадцять гривень 00 копійок")]
    [InlineData("UAH", 2121, "Двадцять одна гривня 21 копійка")]
    [InlineData("UAH", 125050, "Одна тисяча двісті п'ятдесят гривень 50 копійок")]
    [InlineData("UAH", 200100, "Дві тисячі одна гривня 00 копійок")]
    [InlineData("UAH", 100000001, "Один мільйон гривень 01 копійка")]
    [InlineData("UAH", 123456789, "Один мільйон двісті тридцять чотири тисячі п'ятсот шістдесят сім гривень 89 копійок")]
    [InlineData("USD", 101, "Один долар США 01 цент")]
    [InlineData("USD", 221, "Два долари США 21 цент")]
    [InlineData("USD", 125050, "Одна тисяча двісті п'ятдесят доларів США 50 центів")]
    [InlineData("USD", 2100000, "Двадцять одна тисяча доларів США 00 центів")]
    [InlineData("EUR", 101, "Одне євро 01 цент")]
    [InlineData("EUR", 221, "Два євро 21 цент")]
    [InlineData("EUR", 125050, "Одна тисяча двісті п'ятдесят євро 50 центів")]
    [InlineData("EUR", 2100000, "Двадцять одна тисяча євро 00 центів")]
    [InlineData("KZT", 101, "Один тенге 01 тиїн")]
    [InlineData("KZT", 221, "Два тенге 21 тиїн")]
    [InlineData("KZT", 125050, "Одна тисяча двісті п'ятдесят тенге 50 тиїнів")]
    [InlineData("KZT", 2100000, "Двадцять одна тисяча тенге 00 тиїнів")]
    [InlineData("RUB", 101, "Один рубль 01 копійка")]
    [InlineData("RUB", 221, "Два рублі 21 копійка")]
    [InlineData("RUB", 125050, "Одна тисяча двісті п'ятдесят рублів 50 копійок")]
    [InlineData("RUB", 2100000, "Двадцять одна тисяча рублів 00 копійок")]
    public void Ukrainian(string currency, long minor, string words) => Check(LanguageCode.Ukrainian, currency, minor, words);

    [Theory]
    [InlineData("UAH", 101, "Одна гривна 01 копейка")]
    [InlineData("UAH", 221, "Две гривны 21 копейка")]
    [InlineData("UAH", 125050, "Одна тысяча двести пятьдесят гривен 50 копеек")]
    [InlineData("UAH", 2100000, "Двадцать одна тысяча гривен 00 копеек")]
    [InlineData("RUB", 1, "Ноль рублей 01 копейка")]
    [InlineData("RUB", 101, "Один рубль 01 копейка")]
    [InlineData("RUB", 200, "Два рубля 00 копеек")]
    [InlineData("RUB", 1100, "Одиннадцать рублей 00 копеек")]
    [InlineData("RUB", 2121, "Двадцать один рубль 21 копейка")]
    [InlineData("RUB", 125050, "Одна тысяча двести пятьдесят рублей 50 копеек")]
    [InlineData("RUB", 200100, "Две тысячи один рубль 00 копеек")]
    [InlineData("RUB", 100000001, "Один миллион рублей 01 копейка")]
    [InlineData("RUB", 123456789, "Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек")]
    [InlineData("KZT", 101, "Один тенге 01 тиын")]
    [InlineData("KZT", 221, "Два тенге 21 тиын")]
    [InlineData("KZT", 125050, "Одна тысяча двести пятьдесят тенге 50 тиынов")]
    [InlineData("KZT", 2100000, "Двадцать одна тысяча тенге 00 тиынов")]
    [InlineData("USD", 101, "Один доллар США 01 цент")]
    [InlineData("USD", 221, "Два доллара США 21 цент")]
    [InlineData("USD", 125050, "Одна тысяча двести пятьдесят долларов США 50 центов")]
    [InlineData("USD", 2100000, "Двадцать одна тысяча долларов США 00 центов")]
    [InlineData("EUR", 101, "Один евро 01 цент")]
    [InlineData("EUR", 221, "Два евро 21 цент")]
    [InlineData("EUR", 125050, "Одна тысяча двести пятьдесят евро 50 центов")]
    [InlineData("EUR", 2100000, "Двадцать одна тысяча евро 00 центов")]
    public void Russian(string currency, long minor, string words) => Check(LanguageCode.Russian, currency, minor, words);

    [Theory]
    [InlineData("USD", 123456, "One thousand two hundred thirty-four US dollars 56 cents")]
    [InlineData("USD", 101, "One US dollar 01 cent")]
    [InlineData("USD", 0, "Zero US dollars 00 cents")]
    [InlineData("EUR", 2100, "Twenty-one euros 00 cents")]
    [InlineData("UAH", 100000000, "One million hryvnias 00 kopiykas")]
    [InlineData("UAH", 125050, "One thousand two hundred fifty hryvnias 50 kopiykas")]
    [InlineData("UAH", 101, "One hryvnia 01 kopiyka")]
    [InlineData("RUB", 101, "One ruble 01 kopeck")]
    [InlineData("RUB", 1919, "Nineteen rubles 19 kopecks")]
    [InlineData("KZT", 500, "Five tenge 00 tiyn")]
    public void English(string currency, long minor, string words) => Check(LanguageCode.English, currency, minor, words);

    [Theory]
    [InlineData("KZT", 123456, "Бір мың екі жүз отыз төрт теңге 56 тиын")]
    [InlineData("KZT", 2100, "Жиырма бір теңге 00 тиын")]
    [InlineData("KZT", 10000, "Жүз теңге 00 тиын")]
    [InlineData("KZT", 14500, "Жүз қырық бес теңге 00 тиын")]
    [InlineData("KZT", 100000, "Бір мың теңге 00 тиын")]
    [InlineData("KZT", 10000000, "Жүз мың теңге 00 тиын")]
    [InlineData("KZT", 200000000, "Екі миллион теңге 00 тиын")]
    [InlineData("KZT", 99999999, "Тоғыз жүз тоқсан тоғыз мың тоғыз жүз тоқсан тоғыз теңге 99 тиын")]
    [InlineData("KZT", 0, "Нөл теңге 00 тиын")]
    [InlineData("USD", 1250, "Он екі АҚШ доллары 50 цент")]
    [InlineData("EUR", 1250, "Он екі еуро 50 цент")]
    [InlineData("RUB", 1250, "Он екі ресей рублі 50 копейка")]
    [InlineData("UAH", 1250, "Он екі гривна 50 копийка")]
    public void Kazakh(string currency, long minor, string words) => Check(LanguageCode.Kazakh, currency, minor, words);

    [Theory]
    [InlineData("uk", "PLN", 123456, "Одна тисяча двісті тридцять чотири PLN 56/100")]
    [InlineData("ru", "PLN", 205, "Два PLN 05/100")]
    [InlineData("en", "GBP", 205, "Two GBP 05/100")]
    [InlineData("kk", "CNY", 205, "Екі CNY 05/100")]
    [InlineData("en", "JPY", 5000, "Five thousand JPY")]
    [InlineData("uk", "JPY", 1, "Один JPY")]
    [InlineData("en", "KWD", 1234, "One KWD 234/1000")]
    [InlineData("ru", "KWD", 21007, "Двадцать один KWD 007/1000")]
    [InlineData("en", "CLF", 12, "Zero CLF 0012/10000")]
    public void A_currency_without_a_name_is_written_by_its_code(string language, string currency, long minor, string words) =>
        Check(LanguageCode.Parse(language), currency, minor, words);

    [Theory]
    [InlineData("uk", "UAH",
        "Дев'яносто два квадрильйони двісті тридцять три трильйони сімсот двадцять мільярдів "
        + "триста шістдесят вісім мільйонів п'ятсот сорок сім тисяч сімсот п'ятдесят вісім гривень 07 копійок")]
    [InlineData("ru", "RUB",
        "Девяносто два квадриллиона двести тридцать три триллиона семьсот двадцать миллиардов "
        + "триста шестьдесят восемь миллионов пятьсот сорок семь тысяч семьсот пятьдесят восемь рублей 07 копеек")]
    [InlineData("kk", "KZT",
        "Тоқсан екі квадриллион екі жүз отыз үш триллион жеті жүз жиырма миллиард "
        + "үш жүз алпыс сегіз миллион бес жүз қырық жеті мың жеті жүз елу сегіз теңге 07 тиын")]
    [InlineData("en", "JPY",
        "Nine quintillion two hundred twenty-three quadrillion three hundred seventy-two trillion thirty-six billion "
        + "eight hundred fifty-four million seven hundred seventy-five thousand eight hundred seven JPY")]
    public void The_greatest_amount_fits(string language, string currency, string words) =>
        Check(LanguageCode.Parse(language), currency, long.MaxValue, words);

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_negative_amount_is_refused(long minor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AmountInWords.Of(new Money(minor, new Currency("UAH")), LanguageCode.Ukrainian));

    private static void Check(LanguageCode language, string currency, long minor, string words) =>
        Assert.Equal(words, AmountInWords.Of(new Money(minor, new Currency(currency)), language));
}
