using System.Globalization;
using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>What the buyer did on the page: a closed family.</summary>
internal abstract record PageAction
{
    private PageAction()
    {
    }

    internal sealed record PayByCard(TestCard Card) : PageAction;

    internal sealed record PayByWallet(PageWallet Wallet) : PageAction;

    internal sealed record EnterCode(string Code) : PageAction;

    internal sealed record Cancel : PageAction;

    /// <summary>The form is not filled in right; the fields in question with what is wrong.</summary>
    internal sealed record Mend(IReadOnlyList<FieldProblem> Problems, PageForm Form) : PageAction;
}

/// <summary>A field and what is wrong with it.</summary>
internal sealed record FieldProblem(string Field, FieldFault Fault);

/// <summary>What can be wrong with a field.</summary>
internal enum FieldFault
{
    NotATestCard,
    NotADate,
    CardExpired,
    NotACvc,
    WrongCode,
}

/// <summary>The form as it was sent.</summary>
internal sealed record PageForm(string CardNumber, string Expiry, string Cvc)
{
    public const string CardNumberField = "cardNumber";
    public const string ExpiryField = "expiry";
    public const string CvcField = "cvc";
    public const string CodeField = "code";
    public const string WalletField = "wallet";
    public const string ActionField = "action";
    public const string CancelAction = "cancel";

    private const int CvcLength = 3;

    public static PageForm Empty { get; } = new("", "", "");

    /// <summary>Reads the fields; the card must not have expired before the given date.</summary>
    public static PageAction Read(IFormCollection form, DateOnly today)
    {
        if (form[ActionField] == CancelAction)
        {
            return new PageAction.Cancel();
        }

        if (form.TryGetValue(CodeField, out var code))
        {
            return new PageAction.EnterCode(code.ToString().Trim());
        }

        return WalletOf(form[WalletField].ToString()) is { } wallet
            ? new PageAction.PayByWallet(wallet)
            : new PageForm(Digits(form[CardNumberField].ToString()), form[ExpiryField].ToString(), form[CvcField].ToString()).Check(today);
    }

    private PageAction Check(DateOnly today)
    {
        var card = TestCards.Find(CardNumber);
        var problems = new List<FieldProblem>();
        if (card is null)
        {
            problems.Add(new FieldProblem(CardNumberField, FieldFault.NotATestCard));
        }

        if (ExpiryFault(today) is { } fault)
        {
            problems.Add(new FieldProblem(ExpiryField, fault));
        }

        if (Cvc.Trim() is not { Length: CvcLength } digits || !digits.All(char.IsAsciiDigit))
        {
            problems.Add(new FieldProblem(CvcField, FieldFault.NotACvc));
        }

        // A number that is not a test card may be a real one: it is not even shown again.
        return card is not null && problems.Count == 0
            ? new PageAction.PayByCard(card)
            : new PageAction.Mend(problems, this with { CardNumber = card?.Spaced ?? "" });
    }

    // A card is good through the last day of its month.
    private FieldFault? ExpiryFault(DateOnly today)
    {
        var text = Expiry.Replace(" ", "", StringComparison.Ordinal);
        string[] forms = ["MM'/'yy", "MM'/'yyyy", "MMyy"];
        if (!DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return FieldFault.NotADate;
        }

        return month.AddMonths(1) <= today ? FieldFault.CardExpired : null;
    }

    private static PageWallet? WalletOf(string name) => name switch
    {
        "applePay" => PageWallet.ApplePay,
        "googlePay" => PageWallet.GooglePay,
        "samsungPay" => PageWallet.SamsungPay,
        _ => null,
    };

    private static string Digits(string number) =>
        number.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
}
