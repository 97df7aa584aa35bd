namespace BillingHeadless.Tests.Kit;

/// <summary>The system's time in a test: it stands still until it is moved. Timers and stopwatches run as ever.</summary>
public sealed class TestTime : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);
}
