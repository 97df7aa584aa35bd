using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>Currencies by their ISO 4217 numbers, as monobank writes them.</summary>
internal static class Currencies
{
    private static readonly (string Code, int Number)[] Known = [("UAH", 980), ("USD", 840), ("EUR", 978)];

    public static IReadOnlyList<CurrencyLimit> Limits { get; } = [.. Known.Select(known => new CurrencyLimit(new Currency(known.Code)))];

    public static int NumberOf(Currency currency) => Known.Single(known => known.Code == currency.Code).Number;

    public static Money? Read(long? amount, int? number) =>
        amount is { } minor && Known.FirstOrDefault(known => known.Number == number).Code is { } code ? new Money(minor, new Currency(code)) : null;
}
