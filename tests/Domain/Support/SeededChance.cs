using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Tests.Domain.Support;

/// <summary>Chance that can be had again from its seed.</summary>
public sealed class SeededChance(int seed) : IChance
{
    private readonly Random random = new(seed);

    public void Fill(Span<byte> bytes) => random.NextBytes(bytes);
}
