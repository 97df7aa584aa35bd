using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace Samples.Gateways;

/// <summary>A gateway that does nothing but answer. Each sample differs from it in one thing.</summary>
public class SampleGateway : IPaymentGateway
{
    public virtual GatewayCard Describe() => new() { Titles = new Dictionary<string, string> { ["en"] = "Sample" }, PageHosts = ["https://pay.example"] };

    public virtual ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel) => ValueTask.FromResult(GatewayProbe.Usable);

    // The list is of a class that the compiler writes into this assembly.
    public virtual ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new ActionNeeded(new FollowInstructions(["pay", "wait"])) { ProviderReference = command.Key.MerchantReference });

    public virtual ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new NotFound());

    public virtual ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel) => ValueTask.FromResult(Inbound.Refused);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
