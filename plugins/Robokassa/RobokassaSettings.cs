using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>A merchant's settings, as the manifest names them.</summary>
public sealed record RobokassaSettings
{
    internal const string LoginName = "merchantLogin";
    internal const string Password2Name = "password2";
    private const string Password1Name = "password1";
    private const string PaymentUrlName = "paymentUrl";
    private const string RefundUrlName = "refundUrl";
    private const long UsualMinutes = 60;

    /// <summary>The shop's name at Robokassa.</summary>
    public required string MerchantLogin { get; init; }

    /// <summary>Signs payment requests.</summary>
    public required string Password1 { get; init; }

    /// <summary>Signs what Robokassa tells.</summary>
    public required string Password2 { get; init; }

    /// <summary>Signs refunds; null when they are not enabled.</summary>
    public string? Password3 { get; init; }

    /// <summary>The algorithm of the signatures.</summary>
    public required string Hash { get; init; }

    /// <summary>The only currency of the shop.</summary>
    public required Currency Currency { get; init; }

    /// <summary>How receipts are made; null when they are not.</summary>
    public ReceiptRules? Receipts { get; init; }

    /// <summary>Whether Robokassa lets this shop charge again without the buyer.</summary>
    public required bool Recurring { get; init; }

    /// <summary>How long a buyer can pay.</summary>
    public required TimeSpan PageLifetime { get; init; }

    /// <summary>Of the page, the status and recurring charges.</summary>
    public required Uri PaymentUrl { get; init; }

    /// <summary>Of the refund service.</summary>
    public required Uri RefundUrl { get; init; }

    internal static SettingsReading<RobokassaSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        foreach (var name in new[] { LoginName, Password1Name, Password2Name })
        {
            if (settings.TextOrNull(name) is null)
            {
                return SettingsReading<RobokassaSettings>.Wrong(name, $"Set {name}.");
            }
        }

        if (WireText.WebAddress(settings.TextOrNull(PaymentUrlName)) is not { } paymentUrl)
        {
            return SettingsReading<RobokassaSettings>.Wrong(PaymentUrlName, "Set paymentUrl to the address of Robokassa's payment page.");
        }

        return WireText.WebAddress(settings.TextOrNull(RefundUrlName)) is { } refundUrl
            ? Of(settings, paymentUrl, refundUrl)
            : SettingsReading<RobokassaSettings>.Wrong(RefundUrlName, "Set refundUrl to the address of Robokassa's refund service.");
    }

    private static RobokassaSettings Of(PluginSettings settings, Uri paymentUrl, Uri refundUrl) => new()
    {
        MerchantLogin = settings.Text(LoginName),
        Password1 = settings.Text(Password1Name),
        Password2 = settings.Text(Password2Name),
        Password3 = settings.TextOrNull("password3"),
        Hash = settings.TextOrNull("hash") ?? "md5",
        Currency = new Currency(settings.TextOrNull("currency") ?? "RUB"),
        Receipts = settings.Flag("receipts")
            ? new ReceiptRules(
                settings.TextOrNull("taxSystem") ?? "usn_income", settings.TextOrNull("paymentMethod") ?? "full_payment", settings.TextOrNull("paymentObject") ?? "service")
            : null,
        Recurring = settings.Flag("recurring"),
        PageLifetime = TimeSpan.FromMinutes(settings.TextOrNull("pageMinutes") is null ? UsualMinutes : settings.Number("pageMinutes")),
        PaymentUrl = paymentUrl,
        RefundUrl = refundUrl,
    };
}

/// <summary>What every receipt of the shop says.</summary>
/// <param name="TaxSystem"><c>sno</c>.</param>
/// <param name="PaymentMethod">Kind of settlement.</param>
/// <param name="PaymentObject">Kind of thing.</param>
public sealed record ReceiptRules(string TaxSystem, string PaymentMethod, string PaymentObject);
