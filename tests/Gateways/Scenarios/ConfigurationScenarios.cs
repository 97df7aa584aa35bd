using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs;
using BillingHeadless.Tests.ProviderStubs.Wire;

namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>Assertions 9 to 12: settings and secrets.</summary>
public static class ConfigurationScenarios
{
    public static IEnumerable<GatewayScenario> All =>
    [
        new("09 Good credentials are usable", GoodAreUsable),
        new("10 Wrong credentials are blamed by their setting", WrongAreBlamed),
        new("10 Missing settings are named and nothing is sent", MissingAreNamed),
        new("11 A provider that is not there blames nobody", NobodyIsBlamed),
        new("12 Secrets are in nothing that the plugin says", SecretsStaySecret),
    ];

    private static async Task GoodAreUsable(ScenarioRun run) =>
        Assert.Equal(ProbeVerdict.Usable, (await run.Gateway.ProbeAsync(run.Merchant, default)).Verdict);

    private static async Task WrongAreBlamed(ScenarioRun run)
    {
        foreach (var wrong in run.Adapter.WrongCredentials)
        {
            var probe = await run.Gateway.ProbeAsync(run.HostWith(changes: [wrong]), default);
            Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
            Assert.Contains(wrong.Setting, probe.Problems.Keys);
        }
    }

    private static async Task MissingAreNamed(ScenarioRun run)
    {
        using var bare = new ScenarioHost(new Dictionary<string, string>(), ScenarioRun.Patience);
        Assert.Equal(NotSentKind.NotConfigured, Assert.IsType<NotSent>(await run.ExecuteAsync(run.NewPayment(), bare)).Kind);
        Assert.IsType<Unknown>(await run.AskBareAsync(run.NewPayment(), bare));
        var probe = await run.Gateway.ProbeAsync(bare, default);
        Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
        Assert.NotEmpty(probe.Problems);
    }

    private static async Task NobodyIsBlamed(ScenarioRun run) =>
        Assert.Equal(ProbeVerdict.CannotTell, (await run.Gateway.ProbeAsync(run.Nowhere(), default)).Verdict);

    private static async Task SecretsStaySecret(ScenarioRun run)
    {
        var said = new List<object?> { await run.Gateway.ProbeAsync(run.Merchant, default), await run.ExecuteAsync(run.NewPayment(), run.Nowhere()) };
        foreach (var fault in new[] { Fault.Status500, Fault.Page, Fault.BreakAfterWork, Fault.TooMany })
        {
            run.Stub.Fault = fault;
            said.Add(await run.ExecuteAsync(run.NewPayment()));
            said.Add(await run.AskBareAsync(run.NewPayment()));
        }

        foreach (var (setting, value) in run.Adapter.WrongCredentials)
        {
            said.Add(await run.ExecuteAsync(run.NewPayment(), run.HostWith(changes: [(setting, value)])));
        }

        run.Stub.Fault = Fault.None;
        var all = string.Join('\n', said.Select(Text).Concat(run.Lines));
        Assert.All(run.Adapter.Canaries, canary => Assert.DoesNotContain(canary, all));
    }

    private static string Text(object? said) => said switch
    {
        GatewayProbe probe => string.Join('\n', probe.Problems.Values),
        ActionNeeded { Action: PostForm form } => string.Join('\n', form.Fields.Values),
        var other => $"{other}",
    };
}
