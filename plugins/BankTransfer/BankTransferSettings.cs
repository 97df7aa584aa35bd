using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.BankTransfer;

/// <summary>Where the money goes, as the manifest names it.</summary>
/// <param name="Recipient">The payee's name.</param>
/// <param name="Account">The payee's account.</param>
/// <param name="Code">The payee's number, when it has one.</param>
/// <param name="Bank">The payee's bank, when it is named.</param>
/// <param name="Bic">The bank's number, when the country asks for it.</param>
/// <param name="CorrespondentAccount">The bank's account at the central bank, in Russia.</param>
/// <param name="Kpp">The payee's КПП, in Russia.</param>
/// <param name="Validity">How long a transfer is waited for.</param>
public sealed record BankTransferSettings(string Recipient, string Account, string? Code, string? Bank, string? Bic, string? CorrespondentAccount, string? Kpp, TimeSpan Validity)
{
    private const string RecipientName = "recipient";
    private const string AccountName = "account";
    private const long UsualDays = 10;

    internal static SettingsReading<BankTransferSettings> Read(IPluginHost host)
    {
        var settings = host.Settings;
        if (settings.TextOrNull(RecipientName) is not { } recipient)
        {
            return SettingsReading<BankTransferSettings>.Wrong(RecipientName, "Set recipient, or give the merchant requisites.");
        }

        return settings.TextOrNull(AccountName) is { } account
            ? new BankTransferSettings(
                recipient,
                account,
                settings.TextOrNull("code"),
                settings.TextOrNull("bank"),
                settings.TextOrNull("bic"),
                settings.TextOrNull("correspondentAccount"),
                settings.TextOrNull("kpp"),
                TimeSpan.FromDays(settings.TextOrNull("validDays") is null ? UsualDays : settings.Number("validDays")))
            : SettingsReading<BankTransferSettings>.Wrong(AccountName, "Set account, or give the merchant requisites.");
    }
}
