using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>Makes the answers of a probe.</summary>
public static class Probes
{
    /// <summary>One setting is wrong.</summary>
    public static GatewayProbe NotUsable(string setting, string problem) =>
        new(ProbeVerdict.NotUsable, new Dictionary<string, string> { [setting] = problem });
}
