using System.Text.Json;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using Samples.Gateways;

namespace Samples.Forbidden;

/// <summary>Uses JSON by reflection, which .NET keeps in static caches.</summary>
public sealed class UsesReflectionJson : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new Unsupported(JsonSerializer.Serialize(new Answer("yes"))));

    private sealed record Answer(string Word);
}

/// <summary>Leaves something behind that the runtime calls for ever.</summary>
public sealed class PinsItself : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => GC.KeepAlive(this);
        return base.ExecuteAsync(command, host, cancel);
    }
}
