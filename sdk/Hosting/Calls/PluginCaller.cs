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
        where TAnswer : class => CallAsync(slot.TryLease(), slot.Id, scope, call, cancel);

    /// <summary>Calls this very version.</summary>
    public Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        LoadedPlugin plugin, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class => CallAsync(plugin.TryLease(), plugin.Manifest.Id, scope, call, cancel);

    private async Task<CallResult<TAnswer>> CallAsync<TPort, TAnswer>(
        PluginLease? lease, string id, PluginScope scope, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        if (lease is null)
        {
            return new PluginFault(PluginFaultKind.NotLoaded, $"The plugin {id} is not loaded.").As<TAnswer>();
        }

        var plugin = lease.Plugin;
        var redaction = new Redaction(plugin.Manifest, scope);
        var log = new RedactedLog(scope.Log, redaction);
        using var cancellation = new CallCancellation(scope.Budget, clock, log, plugin.Lifetime, cancel);
        var token = cancellation.Token;
        var host = new PluginHost(plugin.Manifest, scope, egress, log, token);
        var result = await PluginWork.RunAsync(
            () => AnswerAsync(lease, host, call, token), scope.Budget + HostingLimits.Grace, clock, cancel).ConfigureAwait(false);
        if (result.Fault is not { } fault)
        {
            return result with { Version = plugin.Manifest.Version };
        }

        // Whoever gave up first, the wait or the budget: the plugin is told.
        cancellation.Cancel();
        return (fault with { Text = redaction.Apply(fault.Text) }).As<TAnswer>() with { Version = plugin.Manifest.Version };
    }

    // The lease ends with the plugin's code, which may be after the caller has given up.
    private static async ValueTask<TAnswer> AnswerAsync<TPort, TAnswer>(
        PluginLease lease, PluginHost host, PortCall<TPort, TAnswer> call, CancellationToken cancel)
        where TPort : class
        where TAnswer : class
    {
        using (lease)
        using (host)
        {
            return Detached.Of(await call(lease.Plugin.Port<TPort>(), host, cancel).ConfigureAwait(false));
        }
    }
}
