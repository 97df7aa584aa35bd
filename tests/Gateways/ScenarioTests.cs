using BillingHeadless.Tests.Gateways.Scenarios;

namespace BillingHeadless.Tests.Gateways;

/// <summary>Every scenario with every gateway.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var gateway in GatewayUnderTest.All)
            {
                foreach (var scenario in AllScenarios.Table.Where(scenario => ReasonAgainst(scenario, gateway) is null))
                {
                    pairs.Add(gateway.Name, scenario.Name);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task It_holds(string gateway, string scenario)
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == gateway).BeginAsync();
        await AllScenarios.Table.Single(one => one.Name == scenario).Run(run);
    }

    [Fact]
    public void What_does_not_apply_to_a_gateway_has_its_reason_and_most_applies()
    {
        foreach (var gateway in GatewayUnderTest.All)
        {
            var reasons = AllScenarios.Table.Select(scenario => ReasonAgainst(scenario, gateway)).OfType<string>().ToList();
            Assert.All(reasons, reason => Assert.EndsWith(".", reason));
            Assert.True(reasons.Count * 2 < AllScenarios.Table.Count, $"Most of the table does not apply to {gateway.Name}.");
        }
    }

    private static string? ReasonAgainst(GatewayScenario scenario, GatewayUnderTest gateway) => scenario.NotFor(gateway.Plugin().Describe(), gateway.Adapter());
}
