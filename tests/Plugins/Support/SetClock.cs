namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Tells the time that it was set to; its timers are real.</summary>
public sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}
