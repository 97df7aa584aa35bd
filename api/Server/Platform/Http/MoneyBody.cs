using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>An amount in whole minor units with its currency.</summary>
/// <param name="Amount">Minor units: 1900 with USD is 19 dollars.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record MoneyBody(
    long Amount,
    [property: CurrencyCode] string Currency)
{
    public static MoneyBody Of(long minor, Currency currency) => new(minor, currency.Code);

    public static MoneyBody Of(Money money) => new(money.Minor, money.Currency.Code);

    /// <summary>The amount as money, or null when there is no such currency.</summary>
    public Money? ToMoney() => BillingHeadless.Plugins.Currency.IsCode(Currency) ? new Money(Amount, new Currency(Currency)) : null;
}
