namespace BillingHeadless.Plugins.Stripe;

/// <summary>
/// Amounts as Stripe counts them: mostly ISO's minor units, but ariaries are whole, króna and shillings have two digits that are zero, and
/// of three digits the last is zero.
/// </summary>
internal static class StripeAmount
{
    private const int Hundred = 100;
    private const int Ten = 10;

    /// <summary>What is sent; null when Stripe cannot move such an amount.</summary>
    public static long? Write(Money amount) => amount.Currency switch
    {
        { Code: "MGA" } => amount.Minor % Hundred == 0 ? amount.Minor / Hundred : null,
        { Code: "ISK" or "UGX" } => checked(amount.Minor * Hundred),
        { Exponent: 3 } => amount.Minor % Ten == 0 ? amount.Minor : null,
        _ => amount.Minor,
    };

    /// <summary>What an answer says; null when it makes no sense.</summary>
    public static Money? Read(long? amount, string? currency)
    {
        if (amount is not { } value || currency?.ToUpperInvariant() is not { } code || !Currency.IsCode(code))
        {
            return null;
        }

        return code switch
        {
            "MGA" => new Money(checked(value * Hundred), new Currency(code)),
            "ISK" or "UGX" => value % Hundred == 0 ? new Money(value / Hundred, new Currency(code)) : null,
            _ => new Money(value, new Currency(code)),
        };
    }
}
