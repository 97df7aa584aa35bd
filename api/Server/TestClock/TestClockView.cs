namespace BillingHeadless.Server.TestClock;

/// <summary>The merchant's time.</summary>
/// <param name="Now">By its own clock.</param>
/// <param name="Advancing">True while what was due is still being done.</param>
public sealed record TestClockView(DateTimeOffset Now, bool Advancing);
