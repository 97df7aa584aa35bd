using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs;

namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>
/// One thing that must be true of every gateway. The table of them all is <see cref="AllScenarios"/>; it is run against each gateway and
/// its provider's stub.
/// </summary>
/// <param name="Name">In the words of the business.</param>
/// <param name="Run">Fails by an assertion.</param>
public sealed record GatewayScenario(string Name, Func<ScenarioRun, Task> Run)
{
    /// <summary>Why it says nothing about a gateway; null when it applies.</summary>
    public Func<GatewayCard, GatewayAdapter, string?> NotFor { get; init; } = (_, _) => null;

    public override string ToString() => Name;
}
