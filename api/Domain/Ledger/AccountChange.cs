using BillingHeadless.Domain.Balances;

namespace BillingHeadless.Domain.Ledger;

/// <summary>
/// What one entry does to one account with a limit. All its transfers count together: what comes and goes in one fact needs
/// no funds in between.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Balance">Credits less debits of what is posted.</param>
/// <param name="Held">How much more, or less, is held back.</param>
/// <param name="MayOverdraw">Whether it may take the account below zero.</param>
public sealed record AccountChange(AccountName Account, long Balance, long Held, bool MayOverdraw)
{
    /// <summary>By how much what is free changes.</summary>
    public long Free => Balance - Held;

    /// <summary>Whether it must find enough in the account: what gives is always taken.</summary>
    public bool NeedsCover => !MayOverdraw && Free < 0;

    /// <summary>Whether an account with so much free takes the change.</summary>
    public bool IsCovered(long freeBefore) => !NeedsCover || freeBefore + Free >= 0;

    /// <summary>In the order in which accounts are locked: by name.</summary>
    public static IReadOnlyList<AccountChange> Of(EntryKind kind, IReadOnlyList<TransferDraft> transfers) =>
    [
        .. transfers
            .SelectMany(transfer => new[] { Debit(kind, transfer), Credit(transfer) })
            .Where(change => change.Account.IsGuarded)
            .GroupBy(change => change.Account)
            .Select(group => new AccountChange(group.Key, group.Sum(change => change.Balance), group.Sum(change => change.Held), group.Any(change => change.MayOverdraw)))
            .Where(change => change is not { Balance: 0, Held: 0 })
            .OrderBy(change => change.Account.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>What transfers that are written did.</summary>
    public static IReadOnlyList<AccountChange> Done(EntryKind kind, IEnumerable<Transfer> transfers) => Of(
        kind,
        [.. transfers.Select(transfer => new TransferDraft(AccountName.Parse(transfer.Debit), AccountName.Parse(transfer.Credit), transfer.AmountMinor, transfer.Phase))]);

    /// <summary>What all changes of a customer's accounts come to.</summary>
    public static FundsPart SumOf(IEnumerable<AccountChange> changes, Func<AccountChange, long> amount) => changes.Aggregate(
        FundsPart.Nothing,
        (sum, change) => sum + (change.Account.Kind == AccountKind.Bonus ? new FundsPart(0, amount(change)) : new FundsPart(amount(change), 0)));

    private static AccountChange Debit(EntryKind kind, TransferDraft transfer) => transfer.Phase switch
    {
        TransferPhase.Pending => new(transfer.Debit, 0, transfer.AmountMinor, transfer.MayOverdraw),
        TransferPhase.Voided => new(transfer.Debit, 0, -transfer.AmountMinor, transfer.MayOverdraw),
        _ => new(transfer.Debit, -transfer.AmountMinor, kind.Resolves() ? -transfer.AmountMinor : 0, transfer.MayOverdraw),
    };

    private static AccountChange Credit(TransferDraft transfer) =>
        new(transfer.Credit, transfer.Phase == TransferPhase.Posted ? transfer.AmountMinor : 0, 0, MayOverdraw: false);
}
