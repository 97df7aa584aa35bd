using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Conformance.Running;

namespace BillingHeadless.Conformance;

/// <summary>
/// Proves that a payment gateway keeps the contract: loads its package as a server does, puts a provider beside it that fails on purpose,
/// and checks every assertion. <c>sdk/WRITE-A-GATEWAY.md</c> tells how to use it.
/// </summary>
public static class ConformanceKit
{
    /// <summary>Checks a package. Never throws for what the plugin does: whatever is wrong stands in the report.</summary>
    /// <param name="package">The .zip as it would be installed.</param>
    /// <param name="adapter">Makes the adapter with a provider that has an empty book; called once for each assertion, and more often for some.</param>
    /// <param name="options">Bounds and additions; null: the usual ones.</param>
    public static async Task<ConformanceReport> CheckAsync(byte[] package, Func<GatewayAdapter> adapter, ConformanceOptions? options = null)
    {
        var chosen = options ?? new ConformanceOptions();
        await using var subject = await PluginSubject.OpenAsync(package, adapter, chosen).ConfigureAwait(false);
        var card = subject.Gateway?.Describe();
        var results = await new KitRun(subject, chosen).CheckAllAsync().ConfigureAwait(false);
        return ReportWriter.Of(subject, card, results);
    }
}

/// <summary>How the kit goes about it.</summary>
public sealed record ConformanceOptions
{
    /// <summary>The longest that all assertions together may take; what has not begun by then counts as failed.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest that one assertion may take.</summary>
    public TimeSpan AssertionLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The package of the version before this one, whose open payments the manifest says to carry on; null: none.</summary>
    public byte[]? PreviousPackage { get; init; }

    /// <summary>Whether the first assertion that fails ends the check.</summary>
    public bool StopAtFirstFailure { get; init; }
}
