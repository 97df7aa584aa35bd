using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>X8: numbers and amounts in figures. An underscore stands for the no-break space.</summary>
public class FiguresTests
{
    [Theory]
    [InlineData("uk", 0, "0")]
    [InlineData("uk", 999, "999")]
    [InlineData("uk", 1000, "1_000")]
    [InlineData("ru", 1234567, "1_234_567")]
    [InlineData("kk", -1234, "-1_234")]
    [InlineData("en", 1234567, "1,234,567")]
    [InlineData("en", -999, "-999")]
    [InlineData("en", long.MaxValue, "9,223,372,036,854,775,807")]
    [InlineData("en", long.MinValue, "-9,223,372,036,854,775,808")]
    public void Whole_numbers_are_grouped(string language, long number, string text) =>
        Assert.Equal(Spaced(text), NumberText.Of(number, LanguageCode.Parse(language)));

    [Theory]
    [InlineData("uk", "UAH", 123450, "1_234,50_грн")]
    [InlineData("ru", "UAH", 123450, "1_234,50_грн")]
    [InlineData("kk", "UAH", 123450, "1_234,50_₴")]
    [InlineData("en", "UAH", 123450, "UAH_1,234.50")]
    [InlineData("uk", "USD", 190000, "1_900,00_$")]
    [InlineData("en", "USD", 190000, "$1,900.00")]
    [InlineData("en", "EUR", 5, "€0.05")]
    [InlineData("ru", "EUR", 5, "0,05_€")]
    [InlineData("ru", "RUB", 100, "1,00_₽")]
    [InlineData("en", "RUB", 100, "RUB_1.00")]
    [InlineData("kk", "KZT", 100000000, "1_000_000,00_₸")]
    [InlineData("uk", "PLN", 123450, "1_234,50_PLN")]
    [InlineData("en", "PLN", 123450, "PLN_1,234.50")]
    [InlineData("en", "JPY", 5000, "JPY_5,000")]
    [InlineData("uk", "JPY", 5000, "5_000_JPY")]
    [InlineData("uk", "KWD", 1234567, "1_234,567_KWD")]
    [InlineData("en", "CLF", 1, "CLF_0.0001")]
    public void An_amount_has_the_digits_of_its_currency(string language, string currency, long minor, string text) =>
        Assert.Equal(Spaced(text), MoneyText.Of(Amount(minor, currency), LanguageCode.Parse(language)));

    [Theory]
    [InlineData("uk", "UAH", -123450, "-1_234,50_грн")]
    [InlineData("en", "USD", -5, "-$0.05")]
    [InlineData("en", "UAH", -5, "-UAH_0.05")]
    [InlineData("uk", "UAH", long.MinValue, "-92_233_720_368_547_758,08_грн")]
    [InlineData("en", "USD", long.MaxValue, "$92,233,720,368,547,758.07")]
    public void A_sign_stands_first_and_no_amount_is_too_great(string language, string currency, long minor, string text) =>
        Assert.Equal(Spaced(text), MoneyText.Of(Amount(minor, currency), LanguageCode.Parse(language)));

    [Theory]
    [InlineData("uk", "UAH", 123450, "1_234,50")]
    [InlineData("en", "USD", -123450, "-1,234.50")]
    [InlineData("kk", "JPY", 5000, "5_000")]
    public void A_column_of_amounts_leaves_the_currency_out(string language, string currency, long minor, string text) =>
        Assert.Equal(Spaced(text), MoneyText.WithoutCurrency(Amount(minor, currency), LanguageCode.Parse(language)));

    private static Money Amount(long minor, string currency) => new(minor, new Currency(currency));

    private static string Spaced(string text) => text.Replace('_', '\u00a0');
}
