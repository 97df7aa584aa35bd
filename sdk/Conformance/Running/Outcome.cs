using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Running;

/// <summary>Demands an outcome of one kind; when another comes, the failure shows all of it, and not its type alone.</summary>
internal static class Outcome
{
    public static T Is<T>(GatewayOutcome outcome)
        where T : GatewayOutcome
    {
        if (outcome is not T)
        {
            Assert.Fail($"The plugin must say {typeof(T).Name}, and says {outcome}.");
        }

        return (T)outcome;
    }
}
