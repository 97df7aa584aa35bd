namespace BillingHeadless.Plugins.Hosting;

/// <summary>A call of one method of a port.</summary>
public delegate ValueTask<TAnswer> PortCall<in TPort, TAnswer>(TPort port, IPluginHost host, CancellationToken cancel);

/// <summary>
/// Calls plugins: under a lease, within a budget, with what belongs to the merchant. Whatever the plugin does, the caller gets
/// a plain answer or a plain fault, and keeps nothing that belongs to the plugin.
/// </summary>
/// <param name="egress">The way out.</param>
/// <param name="clock">Measures budgets: real time, also where the merchant's own clock is not.</param>
public sealed class PluginCaller(PluginEgress egress, TimeProvider clock)
{
    /// <summary>Calls the version that the slot offers now.</summary>
    public Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        PluginSlot slot, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class => CallAsync(slot, slot.TryLease, $"The plugin {slot.Id} is not loaded.", scope, call, cancel);

    /// <summary>Calls the version that can carry on what the given one has begun.</summary>
    public Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        PluginSlot slot, SemanticVersion startedBy, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class => CallAsync(
            slot, () => slot.TryLease(startedBy), $"No version of the plugin {slot.Id} is loaded that carries on what {startedBy} has begun.", scope, call, cancel);

    /// <summary>Calls this very version, whatever has become of its plugin.</summary>
    public async Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        LoadedPlugin plugin, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class => plugin.TryLease() is { } lease
            ? await CallAsync(lease, null, lease.Dispose, scope, call, cancel).ConfigureAwait(false)
            : NotLoaded<TAnswer>($"The plugin {plugin.Manifest.Id} {plugin.Manifest.Version} is not loaded.");

    private static CallResult<TAnswer> NotLoaded<TAnswer>(string sentence)
        where TAnswer : class => new PluginFault(PluginFaultKind.NotLoaded, sentence).As<TAnswer>();

    private async Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        PluginSlot slot, Func<PluginLease?> tryLease, string notLoaded, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        var health = slot.Health;
        var result = health.TryEnter(slot.Id, scope, clock.GetUtcNow()) is { } refused
            ? refused.As<TAnswer>()
            : await EnteredAsync(health, tryLease, notLoaded, scope, call, cancel).ConfigureAwait(false);
        if (result.Fault is { } fault)
        {
            health.NoteFault(scope, fault, result.Version, clock.GetUtcNow());
        }
        else
        {
            health.NoteAnswer(scope);
        }

        return result;
    }

    private async Task<CallResult<TAnswer>> EnteredAsync<TPort, TAnswer>(
        PluginHealth health, Func<PluginLease?> tryLease, string notLoaded, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        if (tryLease() is not { } lease)
        {
            health.Leave(scope);
            return NotLoaded<TAnswer>(notLoaded);
        }

        return await CallAsync(lease, health, Leave, scope, call, cancel).ConfigureAwait(false);

        // The lease and the place end with the plugin's code, which may be after the caller has given up.
        void Leave()
        {
            lease.Dispose();
            health.Leave(scope);
        }
    }

    private async Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        PluginLease lease, PluginHealth? health, Action leave, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        var plugin = lease.Plugin;
        var version = plugin.Manifest.Version;
        var redaction = new Redaction(plugin.Manifest, scope);
        var log = new RedactedLog(scope.Log, redaction);
        using var cancellation = new CallCancellation(scope.Budget, clock, log, plugin.Lifetime, cancel);
        var token = cancellation.Token;
        var host = new PluginHost(plugin.Manifest, scope, egress, log, health, token);
        var result = await PluginWork.RunAsync(
            () => AnswerAsync(lease, leave, host, call, token), scope.Budget + HostingLimits.Grace, clock, cancel).ConfigureAwait(false);
        if (result.Fault is not { } fault)
        {
            return result with { Version = version };
        }

        // Whoever gave up first, the wait or the budget: the plugin is told.
        cancellation.Cancel();
        return (fault with { Text = redaction.Apply(fault.Text) }).As<TAnswer>() with { Version = version };
    }

    private static async ValueTask<TAnswer> AnswerAsync<TPort, TAnswer>(
        PluginLease lease, Action leave, PluginHost host, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        try
        {
            using (host)
            {
                return Detached.Of(await call(lease.Plugin.Port<TPort>(), host, cancel).ConfigureAwait(false));
            }
        }
        finally
        {
            leave();
        }
    }
}
