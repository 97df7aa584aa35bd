namespace BillingHeadless.Domain.Kernel;

/// <summary>Mints ids, references and tokens from the injected clock and chance.</summary>
public sealed class IdSource(TimeProvider clock, IChance chance)
{
    /// <summary>Bits of a token that nobody may guess.</summary>
    private const int TokenBytes = 20;

    private readonly byte[] last = new byte[IdText.ChanceBytes];
    private DateTimeOffset lastTime;

    public Id<T> New<T>()
        where T : IEntity => new(Text(T.IdPrefix));

    /// <summary>
    /// An id without an entity type of its own, for example a request's. Ids of one source rise strictly, also within one
    /// millisecond: there the chance of the one before is counted on.
    /// </summary>
    public string Text(string prefix)
    {
        lock (last)
        {
            var now = clock.GetUtcNow();
            if (now.ToUnixTimeMilliseconds() > lastTime.ToUnixTimeMilliseconds())
            {
                lastTime = now;
                chance.Fill(last);
            }
            else
            {
                Increment(last);
            }

            return IdText.Compose(prefix, lastTime, last);
        }
    }

    /// <summary>160 random bits in 32 characters.</summary>
    public string Token()
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        chance.Fill(bytes);
        return IdText.Encode(bytes);
    }

    private static void Increment(Span<byte> number)
    {
        for (var i = number.Length - 1; i >= 0; i--)
        {
            number[i] = unchecked((byte)(number[i] + 1));
            if (number[i] != 0)
            {
                return;
            }
        }
    }
}
