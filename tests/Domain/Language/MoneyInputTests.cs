using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>Amounts as people type them: read one way only, or not at all.</summary>
public sealed class MoneyInputTests
{
    [Theory]
    [InlineData("1250", "UAH", 125_000)]
    [InlineData(" 1 250,5 ", "UAH", 125_050)]
    [InlineData("1\u00a0250,50", "UAH", 125_050)]
    [InlineData("1,250.50", "USD", 125_050)]
    [InlineData("1.250,50", "EUR", 125_050)]
    [InlineData("1,250", "USD", 125_000)]
    [InlineData("1.250.000", "UAH", 125_000_000)]
    [InlineData("0.01", "UAH", 1)]
    [InlineData("1250", "JPY", 1_250)]
    [InlineData("1.250", "KWD", 1_250)]
    [InlineData("0", "UAH", 0)]
    public void An_amount_is_read_as_it_is_meant(string text, string currency, long minor) =>
        Assert.Equal(new Money(minor, new Currency(currency)), MoneyInput.Parse(text, new Currency(currency)));

    [Theory]
    [InlineData(125_050, "UAH", "1250.50")]
    [InlineData(1, "UAH", "0.01")]
    [InlineData(1_250, "JPY", "1250")]
    [InlineData(1_250, "KWD", "1.250")]
    public void An_amount_that_is_offered_is_read_back(long minor, string currency, string text)
    {
        var amount = new Money(minor, new Currency(currency));
        Assert.Equal(text, MoneyInput.Of(amount));
        Assert.Equal(amount, MoneyInput.Parse(text, amount.Currency));
    }

    [Theory]
    [InlineData("", "UAH")]
    [InlineData("-5", "UAH")]
    [InlineData("+5", "UAH")]
    [InlineData("12,50 грн", "UAH")]
    [InlineData("1e3", "UAH")]
    [InlineData("١٢", "UAH")]
    [InlineData("12.5055", "UAH")]
    [InlineData("1250.505", "UAH")]
    [InlineData("12,50", "JPY")]
    [InlineData(",50", "UAH")]
    [InlineData("1,25,50", "UAH")]
    [InlineData("99999999999999", "UAH")]
    public void What_could_be_read_two_ways_or_is_no_amount_is_not_read(string text, string currency) =>
        Assert.Null(MoneyInput.Parse(text, new Currency(currency)));
}
