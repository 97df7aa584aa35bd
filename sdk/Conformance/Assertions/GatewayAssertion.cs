using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>
/// One thing that must be true of every gateway. The table of them all is <see cref="AllAssertions"/>; each is run against the plugin and a
/// provider with an empty book.
/// </summary>
/// <param name="Name">Its number, and what it demands in the words of the business.</param>
/// <param name="Run">Fails by an assertion.</param>
internal sealed record GatewayAssertion(string Name, Func<GatewayRun, Task> Run)
{
    /// <summary>Why it says nothing about a gateway; null when it applies.</summary>
    public Func<GatewayCard, GatewayAdapter, string?> NotFor { get; init; } = (_, _) => null;

    public override string ToString() => Name;
}

/// <summary>One thing that must be true of the package itself, before any of its code is called.</summary>
/// <param name="Name">As above.</param>
/// <param name="Check">Fails by an assertion.</param>
internal sealed record PackageAssertion(string Name, Action<PluginSubject> Check);

/// <summary>Assertions that belong together in the report.</summary>
/// <param name="Name">In the words of the report.</param>
/// <param name="Package">Those about the package.</param>
/// <param name="Gateway">Those about what the plugin does.</param>
internal sealed record AssertionGroup(string Name, IReadOnlyList<PackageAssertion> Package, IReadOnlyList<GatewayAssertion> Gateway)
{
    public AssertionGroup(string name, params IEnumerable<GatewayAssertion> gateway)
        : this(name, [], [.. gateway])
    {
    }
}
