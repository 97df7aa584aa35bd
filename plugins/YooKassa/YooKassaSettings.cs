using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>A merchant's settings, as the manifest names them.</summary>
/// <param name="ApiUrl">Of the API.</param>
/// <param name="ShopId">The user of every call.</param>
/// <param name="SecretKey">The password of every call.</param>
/// <param name="Receipts">How receipts are made; null when they are not.</param>
public sealed record YooKassaSettings(Uri ApiUrl, string ShopId, string SecretKey, ReceiptRules? Receipts)
{
    internal const string SecretKeyName = "secretKey";
    private const string ApiUrlName = "apiUrl";
    private const string ShopIdName = "shopId";
    private const int SimplifiedIncome = 2;

    internal static SettingsReading<YooKassaSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (WireText.WebAddress(settings.TextOrNull(ApiUrlName)) is not { } apiUrl)
        {
            return SettingsReading<YooKassaSettings>.Wrong(ApiUrlName, "Set apiUrl to the address of YooKassa's API.");
        }

        if (settings.TextOrNull(ShopIdName) is not { } shop)
        {
            return SettingsReading<YooKassaSettings>.Wrong(ShopIdName, "Set shopId.");
        }

        if (settings.TextOrNull(SecretKeyName) is not { } key)
        {
            return SettingsReading<YooKassaSettings>.Wrong(SecretKeyName, "Set secretKey.");
        }

        // A test merchant must never move real money, and a live one must never be told that test money has come.
        return key.StartsWith("test_", StringComparison.Ordinal) == host.TestMode
            ? new YooKassaSettings(apiUrl, shop, key, RulesOf(settings))
            : SettingsReading<YooKassaSettings>.Wrong(
                SecretKeyName, host.TestMode ? "A merchant in test mode needs the key of a test shop: test_…." : "A live merchant needs a live key: live_….");
    }

    private static ReceiptRules? RulesOf(PluginSettings settings) => settings.Flag("receipts")
        ? new ReceiptRules(
            settings.TextOrNull("taxSystem") is null ? SimplifiedIncome : checked((int)settings.Number("taxSystem")),
            settings.TextOrNull("paymentMode") ?? "full_payment",
            settings.TextOrNull("paymentSubject") ?? "service")
        : null;
}

/// <summary>What every receipt of the shop says.</summary>
/// <param name="TaxSystem">1 to 6.</param>
/// <param name="PaymentMode">Kind of settlement.</param>
/// <param name="PaymentSubject">Kind of thing.</param>
public sealed record ReceiptRules(int TaxSystem, string PaymentMode, string PaymentSubject);
