using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 9 to 12: settings and secrets.</summary>
internal static class ConfigurationAssertions
{
    public static IEnumerable<GatewayAssertion> All =>
    [
        new("09 Good credentials are usable", GoodAreUsable),
        new("10 Wrong credentials are blamed by their setting", WrongAreBlamed),
        new("10 Missing settings are named and nothing is sent", MissingAreNamed),
        new("10 Each required setting that is missing is the one that is named", EachMissingIsNamed),
        new("11 A provider that is not there blames nobody", NobodyIsBlamed),
        new("12 Secrets are in nothing that the plugin says", SecretsStaySecret),
    ];

    /// <summary>Checked after the payments themselves: whoever cannot sell has another fault first.</summary>
    public static IEnumerable<GatewayAssertion> OfPurchases => [new("12 Secrets are in nothing that the plugin says of a purchase", PurchaseTellsNoSecret)];

    private static async Task GoodAreUsable(GatewayRun run) =>
        Assert.Equal(ProbeVerdict.Usable, (await run.Gateway.ProbeAsync(run.Merchant, default)).Verdict);

    private static async Task WrongAreBlamed(GatewayRun run)
    {
        foreach (var wrong in run.Adapter.WrongCredentials)
        {
            var probe = await run.Gateway.ProbeAsync(run.HostWith(changes: [wrong]), default);
            Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
            Assert.Contains(wrong.Setting, probe.Problems.Keys);
        }
    }

    private static async Task MissingAreNamed(GatewayRun run)
    {
        using var bare = new MerchantHost(run.Adapter.AddressSettings.ToDictionary(setting => setting, _ => GatewayRun.ClosedPort), GatewayRun.Patience);
        Assert.Equal(NotSentKind.NotConfigured, Outcome.Is<NotSent>(await run.ExecuteAsync(run.NewPayment(), bare)).Kind);
        Outcome.Is<Unknown>(await run.AskBareAsync(run.NewPayment(), bare));
        var probe = await run.Gateway.ProbeAsync(bare, default);
        Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
        Assert.NotEmpty(probe.Problems);
    }

    private static async Task EachMissingIsNamed(GatewayRun run)
    {
        var required = run.Subject.Reading.Package!.Manifest.Settings.Settings.Where(setting => setting is { Required: true, Default: null });
        foreach (var setting in required.Select(setting => setting.Name))
        {
            using var lacking = new MerchantHost(run.Adapter.Settings.Where(one => one.Key != setting).ToDictionary(), GatewayRun.Patience);
            var probe = await run.Gateway.ProbeAsync(lacking, default);
            Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
            Assert.Contains(setting, probe.Problems.Keys);
        }
    }

    private static async Task NobodyIsBlamed(GatewayRun run) =>
        Assert.Equal(ProbeVerdict.CannotTell, (await run.Gateway.ProbeAsync(run.Nowhere(), default)).Verdict);

    private static async Task SecretsStaySecret(GatewayRun run)
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
            said.Add(await run.Gateway.ProbeAsync(run.HostWith(changes: [(setting, value)]), default));
        }

        AssertSecret(run, said);
    }

    private static async Task PurchaseTellsNoSecret(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var said = new List<object?> { paid, await run.ExecuteAsync(run.NewRefund(payment, paid, 10_000)) };
        foreach (var message in run.TakeCallbacks())
        {
            said.AddRange((await run.ReceiveAsync(message)).Facts);
            said.Add(await run.ReceiveAsync(message));
            said.Add(await run.ReceiveAsync(message with { Body = new byte[] { 1 } }));
        }

        AssertSecret(run, said);
    }

    private static void AssertSecret(GatewayRun run, IEnumerable<object?> said)
    {
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
