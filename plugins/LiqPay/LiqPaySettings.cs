using System.Security.Cryptography;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>A merchant's settings, as the manifest names them.</summary>
/// <param name="ApiUrl">Of page and API.</param>
/// <param name="PublicKey">Names the shop.</param>
/// <param name="PrivateKey">Signs in both directions.</param>
/// <param name="ApiVersion">3: SHA-1; 7: SHA3-256.</param>
/// <param name="DebitedIsPaid">Whether a payment counts as soon as the buyer is debited.</param>
/// <param name="PageLifetime">How long a buyer can pay.</param>
public sealed record LiqPaySettings(Uri ApiUrl, string PublicKey, string PrivateKey, int ApiVersion, bool DebitedIsPaid, TimeSpan PageLifetime)
{
    internal const string PublicKeyName = "publicKey";
    internal const string PrivateKeyName = "privateKey";
    internal const int NewestVersion = 7;
    private const string ApiUrlName = "apiUrl";
    private const string ApiVersionName = "apiVersion";
    private const int UsualVersion = 3;
    private const long UsualMinutes = 60;

    internal static SettingsReading<LiqPaySettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (WireText.WebAddress(settings.TextOrNull(ApiUrlName)) is not { } apiUrl)
        {
            return SettingsReading<LiqPaySettings>.Wrong(ApiUrlName, "Set apiUrl to the address of LiqPay.");
        }

        if (settings.TextOrNull(PublicKeyName) is not { } publicKey)
        {
            return SettingsReading<LiqPaySettings>.Wrong(PublicKeyName, "Set publicKey.");
        }

        var version = settings.TextOrNull(ApiVersionName) == "7" ? NewestVersion : UsualVersion;
        if (version == NewestVersion && !SHA3_256.IsSupported)
        {
            return SettingsReading<LiqPaySettings>.Wrong(ApiVersionName, "This machine has no SHA3-256: use version 3, or a newer OpenSSL or Windows.");
        }

        return settings.TextOrNull(PrivateKeyName) is { } privateKey
            ? new LiqPaySettings(
                apiUrl,
                publicKey,
                privateKey,
                version,
                settings.Flag("debitedIsPaid"),
                TimeSpan.FromMinutes(settings.TextOrNull("pageMinutes") is null ? UsualMinutes : settings.Number("pageMinutes")))
            : SettingsReading<LiqPaySettings>.Wrong(PrivateKeyName, "Set privateKey.");
    }
}
