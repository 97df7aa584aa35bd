using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Calls;

/// <summary>Whatever a plugin does in a call, the caller gets a plain answer or a plain fault, in time.</summary>
public sealed class CallTests : IDisposable
{
    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();

    [Fact]
    public async Task An_answer_holds_nothing_of_the_plugins_own_types()
    {
        var result = await CallAsync("SampleGateway");

        var needed = Assert.IsType<ActionNeeded>(result.Answer);
        var lines = Assert.IsType<FollowInstructions>(needed.Action).Lines;
        Assert.Equal(["pay", "wait"], lines);
        Assert.Equal("ref-1", needed.ProviderReference);
        Assert.Equal(new SemanticVersion(1, 0, 0), result.Version);
        Assert.False(lines.GetType().IsCollectible);
    }

    [Fact]
    public async Task An_exception_becomes_a_sentence_without_the_secret()
    {
        var result = await CallAsync("ThrowsInACall");

        Assert.False(result.HasAnswer);
        Assert.Equal(PluginFaultKind.Threw, result.Fault.Kind);
        Assert.Equal("OwnException: the key *** is wrong", result.Fault.Text);
        Assert.False(result.Fault.NotCalled);
        Assert.Equal(new SemanticVersion(1, 0, 0), result.Version);
    }

    [Theory]
    [InlineData("Hangs")]
    [InlineData("Blocks")]
    public async Task A_call_beyond_its_budget_is_given_up(string sample)
    {
        var plugin = await LoadAsync(sample);
        var (log, clock) = (new ListLog(), new JumpingClock());
        var call = new PluginCaller(egress, clock).ExecuteAsync(plugin, Call.Scope(log: log));
        Assert.Equal("called", await log.NextAsync());

        clock.Jump();

        Assert.Equal(PluginFaultKind.TimedOut, (await call.WaitAsync(Call.Patience)).Fault!.Kind);
        // Its code still runs, and so its lease still stands.
        Assert.Equal(1, plugin.Leases);
    }

    [Fact]
    public async Task What_a_plugin_does_when_it_is_cancelled_harms_nobody()
    {
        var (log, clock) = (new ListLog(), new JumpingClock());
        var call = new PluginCaller(egress, clock).ExecuteAsync(await LoadAsync("Blocks"), Call.Scope(log: log));
        Assert.Equal("called", await log.NextAsync());

        clock.Jump();

        Assert.False((await call.WaitAsync(Call.Patience)).HasAnswer);
        Assert.Equal("The plugin threw when it was cancelled. InvalidOperationException: do not cancel me", await log.NextAsync());
    }

    [Fact]
    public async Task A_caller_that_gives_up_waits_no_longer()
    {
        using var caller = new CancellationTokenSource();
        var call = new PluginCaller(egress, TimeProvider.System).ExecuteAsync(await LoadAsync("Hangs"), cancel: caller.Token);

        await caller.CancelAsync();

        Assert.Equal(PluginFaultKind.Cancelled, (await call).Fault!.Kind);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_is_a_fault()
    {
        var plugin = await LoadAsync("AnswersNonsense");
        var caller = new PluginCaller(egress, TimeProvider.System);

        var nothing = await caller.ExecuteAsync(plugin);
        var query = await caller.CallAsync<IPaymentGateway, GatewayOutcome>(
            plugin, Call.Scope(), (gateway, host, end) => gateway.QueryAsync(new GatewayQuery { Key = Call.Start().Key, Kind = OperationKind.Payment }, host, end), default);

        Assert.Equal(PluginFaultKind.Nonsense, nothing.Fault!.Kind);
        Assert.Contains("not absolute", query.Fault!.Text);
    }

    [Fact]
    public async Task A_version_that_is_unloaded_is_not_called()
    {
        var plugin = await LoadAsync("SampleGateway");
        await plugin.UnloadAsync(Call.Patience, default);

        var result = await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin);

        Assert.True(result.Fault!.NotCalled);
        Assert.Null(result.Version);
    }

    [Fact]
    public async Task Secrets_are_blackened_in_the_log_also_when_they_are_encoded()
    {
        var log = new ListLog();

        await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(await LoadAsync("TellsSecrets"), Call.Scope(log: log));

        Assert.Equal("key=***", await log.NextAsync());
        Assert.Equal("https://pay.example/?key=***", await log.NextAsync());
    }

    [Fact]
    public async Task A_log_has_so_many_lines_of_one_line_each()
    {
        var log = new ListLog();

        await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(await LoadAsync("TalksWithoutEnd"), Call.Scope(log: log));

        Assert.Equal(HostingLimits.LogLines, log.Unread);
        var line = await log.NextAsync();
        Assert.DoesNotContain('\n', line);
        Assert.InRange(line.Length, 1, HostingLimits.MessageLength + 1);
    }

    [Fact]
    public async Task What_was_lent_for_one_call_is_of_no_use_in_the_next()
    {
        var plugin = await LoadAsync("KeepsItsHost");
        var caller = new PluginCaller(egress, TimeProvider.System);

        Assert.IsType<NotFound>((await caller.ExecuteAsync(plugin)).Answer);
        var second = await caller.ExecuteAsync(plugin);

        Assert.Contains("ObjectDisposedException", second.Fault!.Text);
    }

    public void Dispose()
    {
        egress.Dispose();
        plugins.Dispose();
    }

    private async Task<LoadedPlugin> LoadAsync(string sample) =>
        (await new PluginLoader(TimeProvider.System).LoadAsync(plugins.Add("sample", sample), default)).Plugin!;

    private async Task<CallResult<GatewayOutcome>> CallAsync(string sample) =>
        await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(await LoadAsync(sample));
}
