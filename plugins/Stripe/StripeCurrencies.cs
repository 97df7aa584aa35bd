using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>
/// Currencies in which a buyer can be charged, with the least amount. Stripe's own minimum follows the currency of the merchant's payout
/// account, about half a dollar: below these Stripe always refuses, and above it has the last word.
/// </summary>
internal static class StripeCurrencies
{
    private const long MostEightDigits = 99_999_999;

    public static IReadOnlyList<CurrencyLimit> All { get; } =
    [
        Of("USD", 50), Of("EUR", 50), Of("GBP", 30), Of("PLN", 200), Of("CZK", 1500), Of("CHF", 50), Of("SEK", 300), Of("NOK", 300), Of("DKK", 250),
        Of("RON", 200), Of("HUF", 17_500), Of("JPY", 50), Of("AUD", 50), Of("CAD", 50), Of("NZD", 50), Of("SGD", 50), Of("HKD", 400), Of("MXN", 1000),
        Of("BRL", 50), Of("AED", 200), Of("UAH", 2000), Of("KZT", 25_000), Of("GEL", 150), Of("MDL", 1000), Of("AMD", 20_000), Of("UZS", 600_000),
        Of("TRY", 2000), Of("KWD", 200), Of("BHD", 200), Of("JOD", 400), Of("ISK", 70), Of("KRW", 700),
    ];

    private static CurrencyLimit Of(string code, long minimum) => new(new Currency(code), minimum, MostEightDigits);
}
