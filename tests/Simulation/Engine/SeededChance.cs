using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>Chance out of a seed: the same seed gives the same bytes in the same order.</summary>
internal sealed class SeededChance(int seed) : IChance
{
    private readonly Lock turn = new();
    private readonly Random random = new(seed);

    public void Fill(Span<byte> bytes)
    {
        lock (turn)
        {
            random.NextBytes(bytes);
        }
    }
}
