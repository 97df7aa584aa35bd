namespace BillingHeadless.Domain.Kernel;

/// <summary>The only divisions of money there are, each with its rounding in its name.</summary>
public static class Rounding
{
    /// <summary>A percentage of 100 %, in basis points.</summary>
    public const int WholeBasisPoints = 10_000;

    /// <summary>numerator / denominator, halves away from zero, so that a credit mirrors its charge.</summary>
    public static long HalfUp(Int128 numerator, Int128 denominator)
    {
        if (denominator <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), "A divisor of money is positive.");
        }

        var magnitude = ((Int128.Abs(numerator) * 2) + denominator) / (denominator * 2);
        return checked((long)(numerator < 0 ? -magnitude : magnitude));
    }

    /// <summary>numerator / denominator of two positive numbers, upwards.</summary>
    public static long Up(Int128 numerator, Int128 denominator) => checked((long)((numerator + denominator - 1) / denominator));
}
