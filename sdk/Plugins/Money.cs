namespace BillingHeadless.Plugins;

/// <summary>An exact amount: a whole number of minor units (kopiykas, cents) of one currency. It may be negative.</summary>
/// <param name="Minor">Minor units: 1900 with USD is 19 dollars, 1900 with JPY is 1900 yen.</param>
/// <param name="Currency">The currency that the units belong to.</param>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>The sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) => left with { Minor = checked(left.Minor + right.MinorIn(left.Currency)) };

    /// <summary>What is left of the first amount; it may be negative.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) => left with { Minor = checked(left.Minor - right.MinorIn(left.Currency)) };

    /// <summary>Whether the first amount is the smaller one.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.Minor < right.MinorIn(left.Currency);

    /// <summary>Whether the first amount is the larger one.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.Minor > right.MinorIn(left.Currency);

    /// <summary>Whether the first amount is at most the second.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.Minor <= right.MinorIn(left.Currency);

    /// <summary>Whether the first amount is at least the second.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.Minor >= right.MinorIn(left.Currency);

    /// <summary>Nothing, in the given currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>For logs and messages of errors, in minor units; not a text for buyers.</summary>
    public override string ToString() => $"{Minor} {Currency} (minor units)";

    private long MinorIn(Currency expected) => Currency == expected
        ? Minor
        : throw new InvalidOperationException($"{Currency} and {expected} do not mix: convert first, or keep them apart.");
}
