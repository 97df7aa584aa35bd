namespace BillingHeadless.Domain.Kernel;

/// <summary>Divides an amount so that the parts add up to it, always.</summary>
public static class Split
{
    /// <summary>
    /// Parts in proportion to the weights by the largest remainder; of equal remainders the earlier part gets the unit.
    /// When all weights are zero the first part gets everything.
    /// </summary>
    public static long[] ByWeight(long amount, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0)
        {
            throw new ArgumentException("There is nobody to divide among.", nameof(weights));
        }

        var sum = Sum(weights);
        return sum == 0 ? AllToFirst(amount, weights.Count) : Distribute(amount, weights, sum);
    }

    /// <summary>The same, but no part is less than its least: what it would lack, the others have less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is less than all of these together.</exception>
    public static long[] ByWeight(long amount, IReadOnlyList<long> weights, IReadOnlyList<long> least)
    {
        if (Sum(least) > amount)
        {
            throw new ArgumentOutOfRangeException(nameof(least), $"{amount} is less than the parts have at least.");
        }

        var parts = ByWeight(amount, weights);
        var lacks = parts.Select((part, i) => part < least[i]).ToList();
        if (!lacks.Contains(true))
        {
            return parts;
        }

        // Each turn settles a part for good, so that there are no more turns than parts.
        var left = amount - least.Where((_, i) => lacks[i]).Sum();
        var others = ByWeight(left, Except(weights, lacks), Except(least, lacks));
        return [.. others.Select((part, i) => lacks[i] ? least[i] : part)];
    }

    private static long[] Except(IReadOnlyList<long> numbers, List<bool> settled) => [.. numbers.Select((number, i) => settled[i] ? 0 : number)];

    private static Int128 Sum(IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            sum += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), "A weight is not negative.");
        }

        return sum;
    }

    private static long[] AllToFirst(long amount, int count)
    {
        var parts = new long[count];
        parts[0] = amount;
        return parts;
    }

    private static long[] Distribute(long amount, IReadOnlyList<long> weights, Int128 sum)
    {
        var magnitude = Int128.Abs(amount);
        var parts = new long[weights.Count];
        var remainders = new (Int128 Remainder, int Index)[weights.Count];
        var left = magnitude;
        for (var i = 0; i < parts.Length; i++)
        {
            var (whole, remainder) = Int128.DivRem(magnitude * weights[i], sum);
            parts[i] = checked((long)whole);
            remainders[i] = (remainder, i);
            left -= whole;
        }

        foreach (var (_, index) in remainders.OrderByDescending(part => part.Remainder).ThenBy(part => part.Index).Take((int)left))
        {
            parts[index]++;
        }

        return amount < 0 ? [.. parts.Select(part => -part)] : parts;
    }
}
