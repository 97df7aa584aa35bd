using System.Text.Json;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Server.Payments;

/// <summary>How outcomes are called in the API: in lower camel case.</summary>
public static class OutcomeNames
{
    public static string Of(GatewayOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.GetType().Name);

    public static string Of<T>(T reason)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}
