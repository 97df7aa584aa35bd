using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>A merchant's settings, as plugin.json names them.</summary>
/// <param name="ApiUrl">Where Acme's API is.</param>
/// <param name="ApiKey">The password of every call.</param>
/// <param name="WebhookSecret">Signs what Acme tells.</param>
public sealed record AcmeSettings(Uri ApiUrl, string ApiKey, string WebhookSecret)
{
    internal const string ApiKeyName = "apiKey";
    private const string ApiUrlName = "apiUrl";
    private const string WebhookSecretName = "webhookSecret";

    internal static SettingsReading<AcmeSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (WireText.WebAddress(settings.TextOrNull(ApiUrlName)) is not { } apiUrl)
        {
            return SettingsReading<AcmeSettings>.Wrong(ApiUrlName, "Set apiUrl to the address of the API.");
        }

        if (settings.TextOrNull(ApiKeyName) is not { } key)
        {
            return SettingsReading<AcmeSettings>.Wrong(ApiKeyName, "Set apiKey.");
        }

        return settings.TextOrNull(WebhookSecretName) is { } secret
            ? new AcmeSettings(apiUrl, key, secret)
            : SettingsReading<AcmeSettings>.Wrong(WebhookSecretName, "Set webhookSecret.");
    }
}
