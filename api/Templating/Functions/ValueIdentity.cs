using System.Globalization;
using System.Numerics;

namespace BillingHeadless.Templating.Functions;

/// <summary>
/// Tells values apart for a set. Numbers are hashed by their text: the hash of text cannot be foreseen, so that no template can choose
/// numbers that all fall into one place of the set and make it slow.
/// </summary>
internal sealed class ValueIdentity : IEqualityComparer<object>
{
    /// <summary>The steps that hashing a value takes.</summary>
    public static int Cost(object? value) => value switch
    {
        string text => text.Length / 32,
        BigInteger number => (int)(number.GetBitLength() / 32),
        _ => 1,
    };

    public new bool Equals(object? left, object? right) => object.Equals(left, right);

    public int GetHashCode(object value) => value switch
    {
        int number => HashCode.Combine(number),
        DateTime date => date.Ticks.ToString(CultureInfo.InvariantCulture).GetHashCode(),
        DateTimeOffset date => date.UtcTicks.ToString(CultureInfo.InvariantCulture).GetHashCode(),
        TimeSpan span => span.Ticks.ToString(CultureInfo.InvariantCulture).GetHashCode(),
        decimal number => ((double)number).ToString(CultureInfo.InvariantCulture).GetHashCode(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture).GetHashCode(),
        _ => value.GetHashCode(),
    };
}
