namespace BillingHeadless.Domain.Kernel;

/// <summary>Mints ids, references and tokens from the injected clock and chance.</summary>
public sealed class IdSource(TimeProvider clock, IChance chance)
{
    /// <summary>Bits of a token that nobody may guess.</summary>
    private const int TokenBytes = 20;

    public Id<T> New<T>()
        where T : IEntity => new(Text(T.IdPrefix));

    /// <summary>An id without an entity type of its own, for example a request's.</summary>
    public string Text(string prefix)
    {
        Span<byte> bytes = stackalloc byte[IdText.ChanceBytes];
        chance.Fill(bytes);
        return IdText.Compose(prefix, clock.GetUtcNow(), bytes);
    }

    /// <summary>160 random bits in 32 characters.</summary>
    public string Token()
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        chance.Fill(bytes);
        return IdText.Encode(bytes);
    }
}
