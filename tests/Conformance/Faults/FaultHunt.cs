using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>Gives the kit one faulty gateway after the other.</summary>
internal sealed class FaultHunt
{
    private static readonly ConformanceOptions UntilCaught = new() { StopAtFirstFailure = true };

    private readonly Dictionary<string, GatewayCompiler> compilers = ShippedGateway.All.ToDictionary(gateway => gateway.Name, gateway => new GatewayCompiler(gateway));

    public async Task<Catch> HuntAsync(SeededFault fault)
    {
        var compiler = compilers[fault.Gateway.Name];
        var report = await ConformanceKit.CheckAsync(compiler.Package(fault.SeedInto(compiler.Source)), fault.Gateway.Adapter, UntilCaught).ConfigureAwait(false);
        return new Catch(fault, report.Failures.FirstOrDefault());
    }
}

/// <summary>What has caught a fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="By">The first assertion that did not hold; null when all did.</param>
internal sealed record Catch(SeededFault Fault, AssertionResult? By)
{
    /// <summary>Whether an assertion has caught it: that the plugin or the kit breaks down is no catch.</summary>
    public bool IsCaught => By?.Verdict == AssertionVerdict.Failed;
}
