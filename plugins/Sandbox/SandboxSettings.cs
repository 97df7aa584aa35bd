using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>A merchant's settings, as the manifest names them.</summary>
public sealed record SandboxSettings(
    Uri BaseUrl, string ApiKey, string SigningSecret, string Callbacks, int CallbackDelaySeconds, string Refunds, int RefundDelaySeconds)
{
    public const string BaseUrlName = "baseUrl";
    public const string ApiKeyName = "apiKey";
    public const string SigningSecretName = "signingSecret";
    private const string TestMerchantsOnly = "The sandbox gateway moves no real money: it serves merchants in test mode only.";

    public static SettingsReading<SandboxSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (!host.TestMode)
        {
            return SettingsReading<SandboxSettings>.Wrong(BaseUrlName, TestMerchantsOnly);
        }

        if (!Uri.TryCreate(settings.TextOrNull(BaseUrlName)?.TrimEnd('/') + "/", UriKind.Absolute, out var baseUrl))
        {
            return SettingsReading<SandboxSettings>.Wrong(BaseUrlName, "Set baseUrl to the address of the provider.");
        }

        if (settings.TextOrNull(ApiKeyName) is not { } apiKey)
        {
            return SettingsReading<SandboxSettings>.Wrong(ApiKeyName, "Set apiKey.");
        }

        if (settings.TextOrNull(SigningSecretName) is not { } signingSecret)
        {
            return SettingsReading<SandboxSettings>.Wrong(SigningSecretName, "Set signingSecret.");
        }

        return new SandboxSettings(
            baseUrl,
            apiKey,
            signingSecret,
            settings.TextOrNull("callbacks") ?? "normal",
            Seconds(settings, "callbackDelaySeconds"),
            settings.TextOrNull("refunds") ?? "immediate",
            Seconds(settings, "refundDelaySeconds"));
    }

    private static int Seconds(PluginSettings settings, string name) =>
        settings.TextOrNull(name) is null ? 0 : checked((int)settings.Number(name));
}
