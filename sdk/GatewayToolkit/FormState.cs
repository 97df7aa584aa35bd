using System.Globalization;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>
/// What a plugin notes about a form that waits for its buyer: until when it can be paid. Providers that do not know a payment before the
/// buyer has come would otherwise seem to say that it is not there.
/// </summary>
public static class FormState
{
    private const string Version = "form1:";

    /// <summary>For <see cref="GatewayOutcome.ProviderState"/>.</summary>
    public static string Of(DateTimeOffset payableUntil) => Version + payableUntil.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>What it means that the provider does not know the payment.</summary>
    /// <param name="state">What was noted; null when no form was made.</param>
    /// <param name="now">The time.</param>
    /// <param name="askAgainIn">How long to wait for the buyer before asking again.</param>
    public static GatewayOutcome NotKnown(string? state, DateTimeOffset now, TimeSpan askAgainIn)
    {
        if (state?.StartsWith(Version, StringComparison.Ordinal) != true
            || !long.TryParse(state.AsSpan(Version.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var until))
        {
            return new NotFound();
        }

        return now.ToUnixTimeSeconds() < until ? new Pending(askAgainIn) : new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = "expired" };
    }
}
