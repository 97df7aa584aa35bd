using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Calls;

/// <summary>A plugin that fails or hangs for one merchant is left alone there, and serves the others.</summary>
public sealed class ContainmentTests : IAsyncLifetime
{
    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();
    private readonly SetClock clock = new();
    private PluginCatalogue catalogue = null!;
    private PluginCaller caller = null!;

    public async Task InitializeAsync()
    {
        plugins.Add("failing", "FailsOnDemand");
        plugins.Add("hanging", "Hangs");
        plugins.Add("curious", "Calls");
        catalogue = await PluginCatalogue.LoadAsync(plugins.Root, new PluginLoader(TimeProvider.System), default);
        caller = new PluginCaller(egress, clock);
    }

    [Fact]
    public async Task After_five_faults_in_a_row_it_rests_for_that_merchant_alone()
    {
        await FailAsync("mer_1", HostingLimits.FaultsInARow);

        var refused = await CallAsync("failing", "mer_1");

        Assert.Equal(PluginFaultKind.Resting, refused.Fault!.Kind);
        Assert.True(refused.Fault.NotCalled);
        Assert.Equal("The plugin failing failed 5 times in a row for this merchant and rests for 30 s.", refused.Fault.Text);
        Assert.True((await CallAsync("failing", "mer_2")).HasAnswer);
        Assert.Equal(["mer_1"], Health("failing").RestingFor);
    }

    [Fact]
    public async Task After_its_rest_one_call_tries_it_and_an_answer_ends_the_rest()
    {
        await FailAsync("mer_1", HostingLimits.FaultsInARow);
        clock.Now += HostingLimits.Rest;

        Assert.Equal(PluginFaultKind.Threw, (await FailAsync("mer_1", 1)).Fault!.Kind);
        Assert.Equal(PluginFaultKind.Resting, (await CallAsync("failing", "mer_1")).Fault!.Kind);

        clock.Now += HostingLimits.Rest;
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);
        Assert.Empty(Health("failing").RestingFor);
    }

    [Fact]
    public async Task An_answer_between_the_faults_starts_the_count_anew()
    {
        await FailAsync("mer_1", HostingLimits.FaultsInARow - 1);
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);

        await FailAsync("mer_1", HostingLimits.FaultsInARow - 1);

        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);
    }

    [Fact]
    public async Task Faults_are_counted_by_kind_and_the_last_is_told()
    {
        await FailAsync("mer_1", 2);
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);

        var health = Health("failing");

        Assert.Equal((3, 2, 2, 0), (health.Calls, health.Faults, health.FaultsOf(PluginFaultKind.Threw), health.FaultsOf(PluginFaultKind.TimedOut)));
        Assert.Equal("InvalidOperationException: as it was told", health.LastFault!.Fault.Text);
        Assert.Equal((new SemanticVersion(1, 0, 0), clock.Now), (health.LastFault.Version, health.LastFault.At));
    }

    [Fact]
    public async Task A_merchants_hanging_calls_take_that_merchants_places_and_no_more()
    {
        using var end = new CancellationTokenSource();
        var hanging = Enumerable.Range(0, HostingLimits.CallsAtOnceForOneMerchant).Select(_ => CallAsync("hanging", "mer_1", cancel: end.Token)).ToList();

        var refused = await CallAsync("hanging", "mer_1");

        Assert.Equal((PluginFaultKind.Busy, true), (refused.Fault!.Kind, refused.Fault.NotCalled));
        Assert.Equal(HostingLimits.CallsAtOnceForOneMerchant, Health("hanging").Running);
        var other = CallAsync("hanging", "mer_2", cancel: end.Token);
        Assert.Equal(HostingLimits.CallsAtOnceForOneMerchant + 1, Health("hanging").Running);
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);

        // The callers give up; the code goes on, and so its places stay taken.
        await end.CancelAsync();
        Assert.All(await Task.WhenAll(hanging.Append(other)), call => Assert.Equal(PluginFaultKind.Cancelled, call.Fault!.Kind));
        Assert.Equal(PluginFaultKind.Busy, (await CallAsync("hanging", "mer_1")).Fault!.Kind);
    }

    [Fact]
    public async Task However_many_messages_come_a_payment_can_be_started()
    {
        using var end = new CancellationTokenSource();
        var messages = Enumerable.Range(0, HostingLimits.CallsAtOnceForOneMerchant).Select(_ => CallAsync("hanging", "mer_1", isMessage: true, cancel: end.Token)).ToList();

        var refused = await CallAsync("hanging", "mer_1", isMessage: true);
        var payment = CallAsync("hanging", "mer_1", cancel: end.Token);

        Assert.Equal(PluginFaultKind.Busy, refused.Fault!.Kind);
        Assert.Equal(HostingLimits.CallsAtOnceForOneMerchant + 1, Health("hanging").Running);
        await end.CancelAsync();
        Assert.All(await Task.WhenAll(messages.Append(payment)), call => Assert.Equal(PluginFaultKind.Cancelled, call.Fault!.Kind));
    }

    [Fact]
    public async Task A_plugin_that_fails_over_messages_still_starts_payments()
    {
        for (var time = 0; time < HostingLimits.FaultsInARow; time++)
        {
            await CallAsync("failing", "mer_1", "fail", isMessage: true);
        }

        Assert.Equal(PluginFaultKind.Resting, (await CallAsync("failing", "mer_1", isMessage: true)).Fault!.Kind);
        Assert.Equal(["mer_1"], Health("failing").RestingFor);
        Assert.True((await CallAsync("failing", "mer_1")).HasAnswer);
    }

    [Fact]
    public async Task A_call_to_a_host_that_is_not_declared_is_counted_and_not_made()
    {
        var outcome = await CallAsync("curious", "mer_1", "https://evil.example/");

        Assert.Contains("may not call evil.example: its manifest does not declare that host", Assert.IsType<NotSent>(outcome.Answer).Detail);
        Assert.Equal(1, Health("curious").RefusedHosts);
    }

    public async Task DisposeAsync()
    {
        await catalogue.UnloadAsync(TimeSpan.Zero, default);
        egress.Dispose();
        plugins.Dispose();
    }

    private PluginHealth Health(string id) => catalogue.Find(id)!.Health;

    private async Task<CallResult<GatewayOutcome>> FailAsync(string merchant, int times)
    {
        for (var time = 1; time < times; time++)
        {
            Assert.Equal(PluginFaultKind.Threw, (await CallAsync("failing", merchant, "fail")).Fault!.Kind);
        }

        return await CallAsync("failing", merchant, "fail");
    }

    private Task<CallResult<GatewayOutcome>> CallAsync(string id, string merchant, string description = "A licence", bool isMessage = false, CancellationToken cancel = default) =>
        caller.CallAsync<IPaymentGateway, GatewayOutcome>(
            catalogue.Find(id)!,
            Call.Scope() with { MerchantId = merchant, ReadsMessage = isMessage },
            (gateway, host, end) => gateway.ExecuteAsync(Call.Start(description), host, end),
            cancel);
}
