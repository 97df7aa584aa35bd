using System.Text.RegularExpressions;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The forms of the numbers by which Russian banks find an account (GOST R 56042-2014).</summary>
public static partial class RussianBank
{
    public const string Currency = "RUB";

    public static bool IsAccount(string text) => Account().IsMatch(text);

    /// <summary>БИК.</summary>
    public static bool IsBic(string text) => Bic().IsMatch(text);

    public static bool IsCorrespondentAccount(string text) => CorrespondentAccount().IsMatch(text);

    /// <summary>КПП.</summary>
    public static bool IsKpp(string text) => Kpp().IsMatch(text);

    [GeneratedRegex(@"^[1-9][0-9]{4}[0-9ABCEHKMPTX][0-9]{14}\z")]
    private static partial Regex Account();

    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex Bic();

    [GeneratedRegex(@"^[0-9]{20}\z")]
    private static partial Regex CorrespondentAccount();

    [GeneratedRegex(@"^[0-9]{4}[0-9A-Z]{2}[0-9]{3}\z")]
    private static partial Regex Kpp();
}
