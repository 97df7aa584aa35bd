using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>A merchant's settings, as the manifest names them.</summary>
/// <param name="ApiUrl">Ends with a slash.</param>
/// <param name="SecretKey">Signs nothing; it is the password of every call.</param>
/// <param name="WebhookSecret">Whole, with its prefix.</param>
/// <param name="PageLifetime">How long a payment page can be used.</param>
public sealed record StripeSettings(Uri ApiUrl, string SecretKey, string WebhookSecret, TimeSpan PageLifetime)
{
    internal const string SecretKeyName = "secretKey";
    internal const string WebhookSecretName = "webhookSecret";
    private const string ApiUrlName = "apiUrl";
    private const long UsualMinutes = 60;

    internal static SettingsReading<StripeSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (WireText.WebAddress(settings.TextOrNull(ApiUrlName)) is not { } apiUrl)
        {
            return SettingsReading<StripeSettings>.Wrong(ApiUrlName, "Set apiUrl to the address of Stripe's API.");
        }

        if (settings.TextOrNull(SecretKeyName) is not { } key)
        {
            return SettingsReading<StripeSettings>.Wrong(SecretKeyName, "Set secretKey.");
        }

        // A test merchant must never move real money, and a live one must never be told that test money has come.
        if (IsTestKey(key) != host.TestMode)
        {
            return SettingsReading<StripeSettings>.Wrong(
                SecretKeyName, host.TestMode ? "A merchant in test mode needs a test key: sk_test_… or rk_test_…." : "A live merchant needs a live key: sk_live_… or rk_live_….");
        }

        return settings.TextOrNull(WebhookSecretName) is { } secret
            ? new StripeSettings(apiUrl, key, secret, TimeSpan.FromMinutes(settings.TextOrNull("pageMinutes") is null ? UsualMinutes : settings.Number("pageMinutes")))
            : SettingsReading<StripeSettings>.Wrong(WebhookSecretName, "Set webhookSecret.");
    }

    private static bool IsTestKey(string key) => key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("rk_test_", StringComparison.Ordinal);
}
