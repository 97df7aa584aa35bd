using BillingHeadless.Conformance;
using BillingHeadless.Plugins.Hosting;

namespace Acme.Tests;

/// <summary>The conformance kit over the plugin's package.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task It_conforms()
    {
        var package = PackageWriter.Pack(Path.Combine(AppContext.BaseDirectory, "plugin"), key: null);
        var report = await ConformanceKit.CheckAsync(package, () => new AcmeAdapter());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "conformance.md"), report.ToMarkdown());
        Assert.True(report.Passed, string.Join('\n', report.Failures));
    }
}
