namespace BillingHeadless.Domain.Kernel;

/// <summary>Where randomness comes from: the operating system, or a seed when a run must be repeatable.</summary>
public interface IChance
{
    void Fill(Span<byte> bytes);
}
