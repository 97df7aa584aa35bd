namespace BillingHeadless.Plugins.Sandbox;

/// <summary>A merchant's settings, as the manifest names them.</summary>
internal sealed record SandboxSettings(
    Uri BaseUrl, string ApiKey, string SigningSecret, string Callbacks, int CallbackDelaySeconds, string Refunds, int RefundDelaySeconds)
{
    public const string BaseUrlName = "baseUrl";
    public const string ApiKeyName = "apiKey";
    public const string SigningSecretName = "signingSecret";
    public const string WhatIsNeeded = "Set baseUrl, apiKey and signingSecret.";

    /// <summary>The settings, or null when one that is needed is missing.</summary>
    public static SandboxSettings? Read(PluginSettings settings)
    {
        if (!Uri.TryCreate(settings.TextOrNull(BaseUrlName)?.TrimEnd('/') + "/", UriKind.Absolute, out var baseUrl)
            || settings.TextOrNull(ApiKeyName) is not { } apiKey
            || settings.TextOrNull(SigningSecretName) is not { } signingSecret)
        {
            return null;
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
