using System.Globalization;
using System.Text;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>
/// The code of the National Bank of Ukraine (resolution 97 of 19 August 2025): lines in base64url behind an address. Version 3, and
/// version 2 for banks that still print that.
/// </summary>
public static class UkrainianCode
{
    private const string Start3 = "https://qr.bank.gov.ua/";
    private const string Start2 = "https://bank.gov.ua/qr/";
    private const int SmallestVersion3 = 10;
    private const int LongestName = 70;
    private const int LongestReference = 35;
    private const int LongestPurpose = 140;

    /// <summary>Everything but the amount stays as it is.</summary>
    private const string AllLockedButAmount = "FEFF";
    private const string Category = "SUPP/SUPP";

    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TransferCode? Of(TransferOrder order) => CanTake(order)
        ? new TransferCode(Start3 + Encoded(Cyrillic.GetBytes(string.Join('\n', Version3(order)))), SmallestVersion3)
        : null;

    /// <summary>The older form.</summary>
    public static TransferCode? OfVersion2(TransferOrder order) => CanTake(order)
        ? new TransferCode(Start2 + Encoded(Encoding.UTF8.GetBytes(string.Join('\n', Version2(order)))), 1)
        : null;

    private static bool CanTake(TransferOrder order) =>
        order is { Amount.Minor: > 0, Code.Length: 8 or 10, Account.Length: 29 }
        && order.Account.StartsWith("UA", StringComparison.Ordinal)
        && order.Code.All(char.IsAsciiDigit)
        && Allowed(order.Recipient, LongestName).Length > 0;

    private static string[] Version3(TransferOrder order) =>
    [
        "BCD", "003", "2", "ICT", "",
        Allowed(order.Recipient, LongestName),
        order.Account,
        AmountOf(order.Amount),
        order.Code!,
        Category,
        Allowed(order.Reference, LongestReference),
        Allowed(order.Purpose, LongestPurpose),
        "",
        AllLockedButAmount,
        order.PayableUntil is { } last ? Instant(last, "235959") : "",
        order.IssuedOn is { } first ? Instant(first, "000000") : "",
        "",
    ];

    private static string[] Version2(TransferOrder order) =>
    [
        "BCD", "002", "1", "UCT", "",
        Allowed(order.Recipient, LongestName),
        order.Account,
        AmountOf(order.Amount),
        order.Code!,
        "", "",
        Allowed(order.Purpose, LongestPurpose),
        "",
    ];

    // Two digits of kopiykas or none, never one.
    private static string AmountOf(Money amount) =>
        amount.Minor % 100 == 0 ? $"UAH{amount.Minor / 100}" : $"UAH{amount.Minor / 100}.{(amount.Minor % 100).ToString("D2", CultureInfo.InvariantCulture)}";

    private static string Instant(DateOnly date, string time) => date.ToString("yyMMdd", CultureInfo.InvariantCulture) + time;

    // The rules allow what windows-1251 has, but for a few signs that nobody sees.
    private static string Allowed(string text, int longest) => TransferCode.Line(string.Concat(text.Where(IsAllowed)), longest);

    private static bool IsAllowed(char sign) => sign is ' ' or '\n' or '\r' || (sign > ' ' && sign is not ('\u007f' or '\u00a0') && Cyrillic.GetBytes([sign]) is [not (byte)'?' and not 0x98] || sign == '?');

    private static string Encoded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>Versions of the National Bank's code that apps read side by side.</summary>
public enum UkrainianCodeVersion
{
    /// <summary>Of 2025: with reference, dates and what the payer may change.</summary>
    Version3,

    /// <summary>The older one, which many services still print.</summary>
    Version2,
}
