namespace BillingHeadless.Tests.Simulation;

/// <summary>Something that must hold does not.</summary>
internal sealed class SimulationFailure(string what) : Exception(what);
