using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Command;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Conformance.Faults;
using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Reports;

/// <summary>What an author reads.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task A_package_that_cannot_be_read_fails_and_nothing_else_is_claimed()
    {
        var package = ShippedGateway.Stripe.Package()[..1000];
        var report = await ConformanceKit.CheckAsync(package, ShippedGateway.Stripe.Adapter);
        Assert.False(report.Passed);
        Assert.Equal(AssertionVerdict.Failed, report.Results[0].Verdict);
        Assert.All(report.Results.Where(result => result.Group == "Payments" && result.Verdict != AssertionVerdict.NotApplicable), result => Assert.Equal(AssertionVerdict.NotRun, result.Verdict));
        Assert.Equal(PluginPackage.HashOf(package), report.PackageSha256);
    }

    [Fact]
    public async Task An_adapter_that_breaks_down_is_no_proof_against_the_plugin_and_none_for_it()
    {
        var made = 0;
        var report = await ConformanceKit.CheckAsync(
            ShippedGateway.Stripe.Package(), () => made++ == 0 ? ShippedGateway.Stripe.Adapter() : throw new InvalidOperationException("Out of order."), new ConformanceOptions { StopAtFirstFailure = true });
        Assert.False(report.Passed);
        Assert.Equal(AssertionVerdict.KitFailed, report.Failures.First().Verdict);
    }

    [Fact]
    public async Task What_takes_too_long_altogether_is_said_not_to_have_run()
    {
        var report = await ConformanceKit.CheckAsync(ShippedGateway.Stripe.Package(), ShippedGateway.Stripe.Adapter, new ConformanceOptions { Limit = TimeSpan.Zero });
        Assert.All(report.Results, result => Assert.NotEqual(AssertionVerdict.Passed, result.Verdict));
        Assert.False(report.Passed);
    }

    [Fact]
    public void A_known_deviation_fails_and_has_its_note()
    {
        var page = Report(Failed with { Note = "The provider is asked to mend it." }).ToMarkdown();
        Assert.Contains("It does not conform", page);
        Assert.Contains("Known deviation: The provider is asked to mend it.", page);
    }

    [Fact]
    public void Programs_read_the_same_as_people()
    {
        var json = JsonDocument.Parse(Report(Failed).ToJson()).RootElement;
        Assert.False(json.GetProperty("passed").GetBoolean());
        Assert.Equal("failed", json.GetProperty("results")[0].GetProperty("verdict").GetString());
        Assert.Equal("partial", json.GetProperty("capabilities")[0].GetProperty("value").GetString());
        Assert.Equal("1.0", json.GetProperty("contractVersion").GetString());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "acme.zip")]
    [InlineData("check", "acme.zip", "--adapter")]
    [InlineData("check", "acme.zip", "--adapter", "acme.dll", "--quick", "yes")]
    [InlineData("check", "there-is-none.zip", "--adapter", "there-is-none.dll")]
    public async Task A_command_that_makes_no_sense_is_refused(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(2, await CheckCommand.RunAsync(args, output, errors));
        Assert.NotEqual("", errors.ToString());
    }

    [Fact]
    public async Task A_version_that_carries_on_is_tried_with_the_payments_of_the_one_before()
    {
        var files = ShippedGateway.Robokassa.Files();
        var manifest = JsonNode.Parse(files[PluginManifest.FileName])!.AsObject();
        (manifest["version"], manifest["carriesOn"]) = ("1.0.1", ">=1.0.0");
        files[PluginManifest.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());

        var report = await ConformanceKit.CheckAsync(
            PackageWriter.Pack(files, key: null), ShippedGateway.Robokassa.Adapter, new ConformanceOptions { PreviousPackage = ShippedGateway.Robokassa.Package() });

        Assert.Equal(AssertionVerdict.Passed, report.Results.Single(result => result.Name.StartsWith("54 What the previous", StringComparison.Ordinal)).Verdict);
    }

    [Fact]
    public async Task A_failure_shows_what_the_plugin_said_and_what_it_had_been_told()
    {
        var caught = await new FaultHunt().HuntAsync(SeededFault.All.Single(fault => fault.ToString() == "Stripe: An expired page is waited for"));

        var text = caught.By!.ToString();
        Assert.StartsWith("18 A page that nobody paid on ends as expired: Failed\n    The plugin must say Declined, and says Pending {", text);
        Assert.Contains("\n    The provider's last answer: GET /v1/checkout/sessions", text);
        Assert.Contains("\"status\":\"expired\"", text);
    }

    private static AssertionResult Failed { get; } = new("Payments", "13 A buyer pays exactly the amount", AssertionVerdict.Failed, "It was more.");

    private static ConformanceReport Report(AssertionResult result) => new()
    {
        PluginId = "acme",
        PluginVersion = "1.0.0",
        PackageSha256 = "00",
        ContractVersion = "1.0",
        Capabilities = [new Capability("refunds", "partial")],
        Results = [result],
    };
}
