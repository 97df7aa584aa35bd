using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Running;

/// <summary>
/// A loaded plugin, called as a server calls it: under a lease, over the guarded way out, with answers copied. That a plugin throws, or
/// does not answer in time, is a failure of its own kind.
/// </summary>
internal sealed class HostedGateway(LoadedPlugin plugin, PluginCaller caller) : IPaymentGateway
{
    public GatewayCard Describe() => (GatewayCard)plugin.Card;

    public async ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel) =>
        await CallAsync((port, lent) => port.ProbeAsync(lent, cancel), host).ConfigureAwait(false);

    public async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        await CallAsync((port, lent) => port.ExecuteAsync(command, lent, cancel), host).ConfigureAwait(false);

    public async ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel) =>
        await CallAsync((port, lent) => port.QueryAsync(query, lent, cancel), host).ConfigureAwait(false);

    public async ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel) =>
        await CallAsync((port, lent) => port.ReceiveAsync(message, lent, cancel), host).ConfigureAwait(false);

    /// <summary>Asks for the card again.</summary>
    public async Task<GatewayCard> DescribeAgainAsync(IPluginHost host) =>
        await CallAsync((port, _) => ValueTask.FromResult(port.Describe()), host).ConfigureAwait(false);

    /// <summary>The plugin belongs to whoever has loaded it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<TAnswer> CallAsync<TAnswer>(Func<IPaymentGateway, IPluginHost, ValueTask<TAnswer>> call, IPluginHost host)
        where TAnswer : class
    {
        var merchant = (MerchantHost)host;
        var result = await caller.CallAsync<IPaymentGateway, TAnswer>(
            plugin, merchant.Scope, (port, lent, _) => WatchedAsync(call, port, lent, merchant), CancellationToken.None).ConfigureAwait(false);
        if (result.Fault is { } fault)
        {
            Assert.False(fault.Kind == PluginFaultKind.Nonsense, $"The plugin's answer makes no sense. {fault.Text}");
            throw new NoAnswerException($"The plugin gave no answer. {fault.Text}");
        }

        return result.Answer!;
    }

    // Before the host blackens it: what a plugin says in an exception is looked through for secrets, too.
    private static async ValueTask<TAnswer> WatchedAsync<TAnswer>(
        Func<IPaymentGateway, IPluginHost, ValueTask<TAnswer>> call, IPaymentGateway port, IPluginHost lent, MerchantHost merchant)
        where TAnswer : class
    {
        try
        {
            return await call(port, new WatchedHost(lent, merchant)).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            merchant.Warning(thrown.ToString());
            throw;
        }
    }
}
