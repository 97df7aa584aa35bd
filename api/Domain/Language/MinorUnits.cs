using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Language;

/// <summary>An amount taken apart for writing: 123450 minor units of UAH are 1234 whole ones and the digits "50".</summary>
internal readonly record struct MinorUnits(ulong Whole, ulong Fraction, string FractionDigits, ulong PerWhole)
{
    public static MinorUnits Of(Money amount)
    {
        var exponent = amount.Currency.Exponent;
        var perWhole = 1UL;
        for (var digit = 0; digit < exponent; digit++)
        {
            perWhole *= 10;
        }

        var (whole, fraction) = Math.DivRem(Magnitude(amount.Minor), perWhole);
        return new(whole, fraction, exponent == 0 ? "" : fraction.ToString().PadLeft(exponent, '0'), perWhole);
    }

    /// <summary>The distance from zero. The lowest number of all has no opposite of its own type.</summary>
    public static ulong Magnitude(long number) => number >= 0 ? (ulong)number : (ulong)-(number + 1) + 1;
}
