using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>What a gateway answered, and which version of the plugin spoke; none when none was called.</summary>
public sealed record GatewayReply<T>(T Answer, string PluginVersion)
{
    /// <summary>False when it is certain that no plugin was called: nobody has been asked.</summary>
    public bool WasCalled { get; init; } = true;
}

/// <summary>
/// Calls gateways with the merchant's settings. Never inside a transaction. What a version has begun goes to it or to one that carries
/// it on (ruling 19). Whatever goes wrong in a plugin is an outcome: not sent when it was not even called, unknown otherwise.
/// </summary>
public sealed class GatewayCalls(PluginRack plugins, PluginCaller caller, Reader reader, GatewaySettingsVault settings, GatewayDefaults defaults, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>Carries out a command about a payment: its start, or a refund of it.</summary>
    public Task<GatewayReply<GatewayOutcome>> Execute(Merchant merchant, Payment payment, GatewayCommand command, CancellationToken cancel) =>
        Ask(merchant, payment, Limits.PluginCall, (port, host, token) => port.ExecuteAsync(command, host, token), cancel);

    /// <summary>Asks what became of a payment, or of a refund of it.</summary>
    public Task<GatewayReply<GatewayOutcome>> Query(Merchant merchant, Payment payment, GatewayQuery query, CancellationToken cancel) =>
        Ask(merchant, payment, Limits.PluginQuery, (port, host, token) => port.QueryAsync(query, host, token), cancel);

    /// <summary>What a message proves.</summary>
    /// <param name="merchant">Whose message.</param>
    /// <param name="gateway">The plugin's id.</param>
    /// <param name="startedBy">The version that has begun what the message is about; null for the present version.</param>
    /// <param name="message">As it came.</param>
    /// <param name="cancel">Breaks it off.</param>
    public Task<CallResult<Inbound>> Receive(Merchant merchant, string gateway, SemanticVersion? startedBy, InboundMessage message, CancellationToken cancel) =>
        Call<Inbound>(merchant, gateway, startedBy, null, Limits.PluginCall, (port, host, token) => port.ReceiveAsync(message, host, token), cancel, readsMessage: true);

    /// <summary>Whether these settings are usable, before they are stored.</summary>
    public async Task<GatewayProbe> Probe(Merchant merchant, string gateway, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var result = await Call<GatewayProbe>(merchant, gateway, null, values, Limits.PluginQuery, (port, host, token) => port.ProbeAsync(host, token), cancel);
        return result.Answer ?? GatewayProbe.CannotTell;
    }

    /// <summary>Whether these settings are usable to this very version, whether calls go to it or not.</summary>
    public async Task<GatewayProbe> Probe(Merchant merchant, LoadedPlugin version, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var scope = Scope(merchant, version.Manifest.Id, values, Limits.PluginQuery);
        var result = await caller.CallAsync<IPaymentGateway, GatewayProbe>(version, scope, (port, host, token) => port.ProbeAsync(host, token), cancel);
        return result.Answer ?? GatewayProbe.CannotTell;
    }

    private async Task<GatewayReply<GatewayOutcome>> Ask(
        Merchant merchant, Payment payment, TimeSpan budget, PortCall<IPaymentGateway, GatewayOutcome> call, CancellationToken cancel)
    {
        var result = await Call(merchant, payment.Gateway, SemanticVersion.Parse(payment.PluginVersion), null, budget, call, cancel);
        GatewayOutcome outcome = result switch
        {
            { HasAnswer: true } => result.Answer,
            { Fault.Kind: PluginFaultKind.Resting or PluginFaultKind.Busy } => new NotSent(NotSentKind.RateLimited) { Detail = result.Fault.Text, RetryAfter = HostingLimits.Rest },
            { Fault.NotCalled: true } => new NotSent(NotSentKind.NotConfigured) { Detail = result.Fault.Text },
            { Fault.Kind: PluginFaultKind.TimedOut } => new Unknown(UnknownKind.Timeout),
            _ => new Unknown(UnknownKind.PluginFailed),
        };
        return new GatewayReply<GatewayOutcome>(outcome, $"{result.Version}") { WasCalled = result.Fault?.NotCalled != true };
    }

    private async Task<CallResult<T>> Call<T>(
        Merchant merchant,
        string gateway,
        SemanticVersion? startedBy,
        IReadOnlyDictionary<string, string>? values,
        TimeSpan budget,
        PortCall<IPaymentGateway, T> call,
        CancellationToken cancel,
        bool readsMessage = false)
        where T : class
    {
        if (plugins.Catalogue.FindSlot(gateway) is not { Kind: PluginKind.PaymentGateway } slot)
        {
            return new CallResult<T>(null, new PluginFault(PluginFaultKind.NotLoaded, $"The plugin {gateway} is not loaded."));
        }

        var scope = Scope(merchant, gateway, values ?? await Values(merchant, gateway, cancel), budget) with { ReadsMessage = readsMessage };
        return startedBy is null ? await caller.CallAsync(slot, scope, call, cancel) : await caller.CallAsync(slot, startedBy, scope, call, cancel);
    }

    private PluginScope Scope(Merchant merchant, string gateway, IReadOnlyDictionary<string, string> values, TimeSpan budget) => new()
    {
        MerchantId = merchant.Id.Value,
        TestMode = merchant.IsTest,
        Settings = defaults.AddTo(values, merchant, gateway),
        Clock = time,
        Log = new PluginLog(logs.CreateLogger($"Plugin.{gateway}")),
        Budget = budget,
    };

    private async Task<IReadOnlyDictionary<string, string>> Values(Merchant merchant, string gateway, CancellationToken cancel)
    {
        var row = await reader.Read(merchant.Id, db => db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == gateway, cancel));
        return row is null ? new Dictionary<string, string>() : settings.Open(row);
    }
}
