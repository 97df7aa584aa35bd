using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>What a gateway answered, and which version of the plugin spoke.</summary>
public sealed record GatewayReply<T>(T Answer, string PluginVersion);

/// <summary>
/// Calls gateways with the merchant's settings. Never inside a transaction. Whatever goes wrong in a plugin is an outcome:
/// not sent when it was not even called, unknown otherwise.
/// </summary>
public sealed class GatewayCalls(PluginRack plugins, PluginCaller caller, Reader reader, GatewaySettingsVault settings, GatewayDefaults defaults, TimeProvider time, ILoggerFactory logs)
{
    public Task<GatewayReply<GatewayOutcome>> Execute(Merchant merchant, string gateway, GatewayCommand command, CancellationToken cancel) =>
        Ask(merchant, gateway, Limits.PluginCall, (port, host, token) => port.ExecuteAsync(command, host, token), cancel);

    public Task<GatewayReply<GatewayOutcome>> Query(Merchant merchant, string gateway, GatewayQuery query, CancellationToken cancel) =>
        Ask(merchant, gateway, Limits.PluginQuery, (port, host, token) => port.QueryAsync(query, host, token), cancel);

    /// <summary>What a message proves, or null when the plugin could not read it: the provider is asked to send it again.</summary>
    public async Task<GatewayReply<Inbound>?> Receive(Merchant merchant, string gateway, InboundMessage message, CancellationToken cancel)
    {
        var result = await Call<Inbound>(merchant, gateway, Limits.PluginCall, (port, host, token) => port.ReceiveAsync(message, host, token), cancel);
        return result.HasAnswer ? new GatewayReply<Inbound>(result.Answer, $"{result.Version}") : null;
    }

    public async Task<GatewayProbe> Probe(Merchant merchant, string gateway, CancellationToken cancel)
    {
        var result = await Call<GatewayProbe>(merchant, gateway, Limits.PluginQuery, (port, host, token) => port.ProbeAsync(host, token), cancel);
        return result.Answer ?? GatewayProbe.CannotTell;
    }

    private async Task<GatewayReply<GatewayOutcome>> Ask(
        Merchant merchant, string gateway, TimeSpan budget, PortCall<IPaymentGateway, GatewayOutcome> call, CancellationToken cancel)
    {
        var result = await Call(merchant, gateway, budget, call, cancel);
        GatewayOutcome outcome = result switch
        {
            { HasAnswer: true } => result.Answer,
            { Fault.NotCalled: true } => new NotSent(NotSentKind.NotConfigured) { Detail = result.Fault.Text },
            { Fault.Kind: PluginFaultKind.TimedOut } => new Unknown(UnknownKind.Timeout),
            _ => new Unknown(UnknownKind.PluginFailed),
        };
        return new GatewayReply<GatewayOutcome>(outcome, $"{result.Version}");
    }

    private async Task<CallResult<T>> Call<T>(
        Merchant merchant, string gateway, TimeSpan budget, PortCall<IPaymentGateway, T> call, CancellationToken cancel)
        where T : class
    {
        if (plugins.Catalogue.Find(gateway) is not { } slot)
        {
            return new CallResult<T>(null, new PluginFault(PluginFaultKind.NotLoaded, $"The plugin {gateway} is not loaded."));
        }

        var row = await reader.Read(merchant.Id, db => db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == gateway, cancel));
        var scope = new PluginScope
        {
            MerchantId = merchant.Id.Value,
            TestMode = merchant.IsTest,
            Settings = defaults.AddTo(row is null ? new Dictionary<string, string>() : settings.Open(row), merchant, gateway),
            Clock = time,
            Log = new PluginLog(logs.CreateLogger($"Plugin.{gateway}")),
            Budget = budget,
        };
        return await caller.CallAsync(slot, scope, call, cancel);
    }
}
