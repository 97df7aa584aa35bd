using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Ledger;

/// <summary>Which account is meant: its kind, whose it is, and its currency. Written <c>clearing:sandbox:UAH</c>.</summary>
public readonly record struct AccountName(AccountKind Kind, string Owner, Currency Currency)
{
    /// <summary>Whether its balance has a limit and is therefore kept.</summary>
    public bool IsGuarded => GuardedKinds.Contains(Kind);

    /// <summary>The kinds of accounts whose balance is kept.</summary>
    public static IReadOnlyList<AccountKind> GuardedKinds { get; } = [AccountKind.Balance, AccountKind.Bonus];

    /// <summary>What the names of all accounts of a kind begin with.</summary>
    public static string PrefixOf(AccountKind kind) => $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}:";

    public static AccountName Parse(string text) => text.Split(':') is [var kind, var owner, var currency]
        ? new AccountName(Enum.Parse<AccountKind>(kind, ignoreCase: true), owner, new Currency(currency))
        : throw new FormatException($"'{text}' is not the name of an account.");

    public override string ToString() => $"{PrefixOf(Kind)}{Owner}:{Currency}";
}

/// <summary>The chart of accounts. Of a merchant's books: assets rise by debit, liabilities and income by credit.</summary>
public enum AccountKind
{
    /// <summary>Money that a gateway has taken for the merchant and owes it; owned by the gateway.</summary>
    Clearing,

    /// <summary>What an invoice has received and has not been settled with yet; owned by the invoice.</summary>
    Receivable,

    /// <summary>Income, without tax.</summary>
    Revenue,

    /// <summary>Tax contained in income; owned by category and rate.</summary>
    Tax,

    /// <summary>Commission that buyers paid on top.</summary>
    SurchargeIncome,

    /// <summary>Money that no invoice needed, until it goes back or to a balance; owned by the payment.</summary>
    Unapplied,

    /// <summary>A customer's own money; below zero it is the customer's debt.</summary>
    Balance,

    /// <summary>What a customer was given to spend; it never leaves as money.</summary>
    Bonus,

    /// <summary>Bonuses that the merchant has given, less those taken back: what they cost it.</summary>
    Promotion,

    /// <summary>Where a reserve would go; owned by the tariff change. Its transfers are pending and end voided: it is always empty.</summary>
    Reserve,
}
