namespace BillingHeadless.Server.Platform.Start;

/// <summary>Registered by a simulation or a test that steps the engine itself: then nothing happens in the background.</summary>
public sealed class SteppedRun;
