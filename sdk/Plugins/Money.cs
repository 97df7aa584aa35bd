namespace BillingHeadless.Plugins;

/// <summary>An exact amount: a whole number of minor units (kopiykas, cents) of one currency. It may be negative.</summary>
/// <param name="Minor">Minor units: 1900 with USD is 19 dollars, 1900 with JPY is 1900 yen.</param>
/// <param name="Currency">The currency that the units belong to.</param>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) => left with { Minor = checked(left.Minor + right.MinorIn(left.Currency)) };

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) => left with { Minor = checked(left.Minor - right.MinorIn(left.Currency)) };

    public static bool operator <(Money left, Money right) => left.Minor < right.MinorIn(left.Currency);

    public static bool operator >(Money left, Money right) => left.Minor > right.MinorIn(left.Currency);

    public static bool operator <=(Money left, Money right) => left.Minor <= right.MinorIn(left.Currency);

    public static bool operator >=(Money left, Money right) => left.Minor >= right.MinorIn(left.Currency);

    /// <summary>Nothing, in the given currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    public override string ToString() => $"{Minor} {Currency} (minor units)";

    private long MinorIn(Currency expected) => Currency == expected
        ? Minor
        : throw new InvalidOperationException($"{Currency} and {expected} do not mix: convert first, or keep them apart.");
}
