using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Gateways;

/// <summary>Every gateway that ships, as a package, by the kit that every author has.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Gateways => [.. GatewayUnderTest.All.Select(gateway => gateway.Name)];

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task It_conforms(string name)
    {
        var gateway = GatewayUnderTest.All.Single(one => one.Name == name);
        var package = PackageWriter.Pack(Path.Combine(AppContext.BaseDirectory, "plugins", gateway.Adapter().PluginId), key: null);
        var report = await ConformanceKit.CheckAsync(package, gateway.Adapter);
        Assert.True(report.Passed, string.Join('\n', report.Failures));
        Assert.True(report.Results.Count(result => result.Verdict == AssertionVerdict.Passed) > report.Results.Count / 2, $"Most of the table does not apply to {name}.");
    }
}
