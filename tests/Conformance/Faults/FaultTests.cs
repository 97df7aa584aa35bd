using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>A sample of what <c>dotnet run --project tests/Conformance -- faults</c> does with all of them.</summary>
public sealed class FaultTests
{
    private const int Fewest = 60;
    private const int MostLines = 10;

    [Theory]
    [InlineData("Stripe: It reads JSON by reflection", "05")]
    [InlineData("Stripe: A missing webhook secret is taken for an empty one", "10")]
    [InlineData("Stripe: It asks for a hundred times as much", "13")]
    [InlineData("Robokassa: A missing first password is taken for an empty one", "10")]
    [InlineData("Robokassa: The form is not remembered", "13")]
    [InlineData("Stripe: The amount is a part of the key", "30")]
    [InlineData("Stripe: A server's error is taken for a refusal", "33-37")]
    [InlineData("Stripe: An old message is as good as a new one", "42")]
    [InlineData("Stripe: It tells somebody else about each payment", "57")]
    [InlineData("YooKassa: What a notification says is believed", "42")]
    [InlineData("LiqPay: Whatever went back was this refund", "25")]
    [InlineData("Monobank: The key that was fetched once is kept for ever", "42")]
    public async Task The_kit_catches_a_seeded_fault_by_the_assertion_that_is_about_it(string fault, string number)
    {
        var caught = await new FaultHunt().HuntAsync(SeededFault.All.Single(one => one.ToString() == fault));
        Assert.True(caught.IsCaught, $"{caught.By}");
        Assert.StartsWith($"{number} ", caught.By!.Name);
    }

    [Fact]
    public async Task That_a_plugin_breaks_down_is_no_catch()
    {
        var change = new SourceChange("Payments.cs", ["_ => GatewayProbe.CannotTell,"], ["_ => throw new InvalidOperationException(\"It breaks down.\"),"]);
        var caught = await new FaultHunt().HuntAsync(new SeededFault(ShippedGateway.Robokassa, "It breaks down", [change]));
        Assert.Equal(AssertionVerdict.NoAnswer, caught.By?.Verdict);
        Assert.False(caught.IsCaught);
    }

    [Fact]
    public void Every_fault_is_a_small_change_of_a_source_that_ships()
    {
        var sources = ShippedGateway.All.ToDictionary(gateway => gateway.Name, gateway => new GatewayCompiler(gateway).Source);
        Assert.InRange(SeededFault.All.Count, Fewest, int.MaxValue);
        Assert.All(SeededFault.All, fault => Assert.InRange(fault.Lines, 1, MostLines));
        Assert.All(SeededFault.All, fault => Assert.NotEqual(sources[fault.Gateway.Name], fault.SeedInto(sources[fault.Gateway.Name])));
    }

    [Fact]
    public void A_fault_has_a_title_of_its_own_in_its_gateway() =>
        Assert.Equal(SeededFault.All.Count, SeededFault.All.DistinctBy(fault => fault.ToString()).Count());

    [Fact]
    public void The_table_of_what_caught_what_names_every_fault()
    {
        var table = File.ReadAllLines(Path.Combine(ShippedGateway.RepositoryRoot, "tests", "Conformance", "README.md"));
        var named = table.Where(line => ShippedGateway.All.Any(gateway => line.StartsWith($"| {gateway.Name} |", StringComparison.Ordinal))).Select(line => line.Split(" | ")[1]).ToList();
        Assert.Equal(SeededFault.All.Select(fault => fault.Title), named);
    }

    [Fact]
    public async Task What_is_compiled_here_without_a_fault_conforms()
    {
        var compiler = new GatewayCompiler(ShippedGateway.Robokassa);
        var report = await ConformanceKit.CheckAsync(compiler.Package(compiler.Source), ShippedGateway.Robokassa.Adapter);
        Assert.True(report.Passed, string.Join('\n', report.Failures));
    }
}
