using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server;

/// <summary>
/// The only clock. The system's time is cut to microseconds; a merchant's is the system's plus what a test merchant has
/// moved it, or the due instant of the job that runs for it (ruling 10).
/// </summary>
public sealed class Clock(TimeProvider time)
{
    private static readonly AsyncLocal<DateTimeOffset?> DueInstant = new();

    /// <summary>The system's time.</summary>
    public DateTimeOffset Now() => Instants.CutToMicroseconds(time.GetUtcNow());

    /// <summary>The merchant's time.</summary>
    public DateTimeOffset NowOf(Merchant merchant) => DueInstant.Value ?? Now() + merchant.ClockOffset;

    /// <summary>Lets a merchant-time job see its own due instant as now, whenever it really runs.</summary>
    public static IDisposable RunAt(DateTimeOffset due)
    {
        var before = DueInstant.Value;
        DueInstant.Value = due;
        return new Restore(before);
    }

    private sealed class Restore(DateTimeOffset? before) : IDisposable
    {
        public void Dispose() => DueInstant.Value = before;
    }
}
