using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>Robokassa refuses within its answers; for the rest, the usual words of HTTP count.</summary>
internal sealed class RobokassaDialect : ProviderDialect
{
    public static readonly RobokassaDialect Instance = new();
}
