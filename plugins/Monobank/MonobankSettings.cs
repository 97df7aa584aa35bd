using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>A merchant's settings, as the manifest names them.</summary>
/// <param name="ApiUrl">Of the API.</param>
/// <param name="Token">The password of every call.</param>
/// <param name="PageLifetime">How long a buyer can pay.</param>
public sealed record MonobankSettings(Uri ApiUrl, string Token, TimeSpan PageLifetime)
{
    internal const string TokenName = "token";
    private const string ApiUrlName = "apiUrl";
    private const long UsualMinutes = 60;

    internal static SettingsReading<MonobankSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (WireText.WebAddress(settings.TextOrNull(ApiUrlName)) is not { } apiUrl)
        {
            return SettingsReading<MonobankSettings>.Wrong(ApiUrlName, "Set apiUrl to the address of monobank's API.");
        }

        return settings.TextOrNull(TokenName) is { } token
            ? new MonobankSettings(apiUrl, token, TimeSpan.FromMinutes(settings.TextOrNull("pageMinutes") is null ? UsualMinutes : settings.Number("pageMinutes")))
            : SettingsReading<MonobankSettings>.Wrong(TokenName, "Set token.");
    }
}
