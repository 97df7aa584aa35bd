using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>The database adds the transfers up; the sums go by one at a time.</summary>
public sealed class AccountBalancesCheck : IBooksCheck
{
    public string Name => "accountBalances";

    public string Claim => "Each balance that is kept is the sum of its transfers.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        foreach (var kind in AccountName.GuardedKinds)
        {
            var prefix = AccountName.PrefixOf(kind);
            await JudgeKept(run, prefix, findings, cancel);
            await FindMissing(run, prefix, findings, cancel);
        }
    }

    private static async Task JudgeKept(ProofRun run, string prefix, ProofFindings findings, CancellationToken cancel)
    {
        var pairs = run.Db.Accounts
            .Where(account => account.Name.StartsWith(prefix))
            .LeftJoin(
                Sums(run.Db, prefix),
                account => account.Name,
                sum => sum.Account,
                (account, sum) => new { Account = account, Balance = (long?)sum!.Balance, Held = (long?)sum!.Held });
        await foreach (var pair in pairs.AsAsyncEnumerable().WithCancellation(cancel))
        {
            findings.Judge(pair.Account.Name, IsDoubtful(run, pair.Account.Name) || Holds(pair.Account, pair.Balance ?? 0, pair.Held ?? 0));
        }
    }

    private static async Task FindMissing(ProofRun run, string prefix, ProofFindings findings, CancellationToken cancel)
    {
        var missing = Sums(run.Db, prefix).Where(sum => !run.Db.Accounts.Any(account => account.Name == sum.Account)).Select(sum => sum.Account);
        await foreach (var name in missing.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!IsDoubtful(run, name))
            {
                findings.Add(name);
            }
        }
    }

    /// <summary>What all transfers together did to each account, as <see cref="AccountChange"/> says it of one.</summary>
    private static IQueryable<Movement> Sums(BillingDb db, string prefix) => Credits(db, prefix)
        .Concat(Debits(db, prefix))
        .GroupBy(movement => movement.Account)
        .Select(group => new Movement { Account = group.Key, Balance = group.Sum(movement => movement.Balance), Held = group.Sum(movement => movement.Held) });

    private static IQueryable<Movement> Credits(BillingDb db, string prefix) =>
        from transfer in db.Transfers
        where transfer.Phase == TransferPhase.Posted && transfer.Credit.StartsWith(prefix)
        select new Movement { Account = transfer.Credit, Balance = transfer.AmountMinor, Held = 0 };

    private static IQueryable<Movement> Debits(BillingDb db, string prefix) =>
        from transfer in db.Transfers
        join entry in db.LedgerEntries on transfer.EntryId equals entry.Id
        where transfer.Debit.StartsWith(prefix)
        select new Movement
        {
            Account = transfer.Debit,
            Balance = transfer.Phase == TransferPhase.Posted ? -transfer.AmountMinor : 0,
            Held = transfer.Phase == TransferPhase.Pending ? transfer.AmountMinor
                : transfer.Phase == TransferPhase.Voided || EntryKinds.Resolving.Contains(entry.Kind) ? -transfer.AmountMinor
                : 0,
        };

    private static bool Holds(Account account, long balance, long held) =>
        account.BalanceMinor == balance && account.HeldMinor == held && account.Currency == AccountName.Parse(account.Name).Currency;

    private static bool IsDoubtful(ProofRun run, string account) => run.Doubts.Has(AccountName.Parse(account).Owner);

    private sealed class Movement
    {
        public required string Account { get; init; }

        public required long Balance { get; init; }

        public required long Held { get; init; }
    }
}
