using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Reads each journal from its first line on, a page at a time, beside the entries that it tells of.</summary>
public sealed class JournalCheck : IBooksCheck
{
    public string Name => "journal";

    public string Claim => "Each line of a customer's journal says what its entry did to the customer's funds, and goes on from the line before.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var prefix = AccountName.PrefixOf(AccountKind.Balance);
        var journals = run.Db.Accounts.Where(row => row.Name.StartsWith(prefix)).OrderBy(row => row.Name).Select(row => new { row.Name, row.Operations });
        foreach (var journal in await journals.ToListAsync(cancel))
        {
            var account = AccountName.Parse(journal.Name);
            if (!run.Doubts.Has(account.Owner))
            {
                await JudgeOne(run, account, journal.Operations, findings, cancel);
            }
        }
    }

    private static async Task JudgeOne(ProofRun run, AccountName account, long lines, ProofFindings findings, CancellationToken cancel)
    {
        var (customer, running, last) = (new Id<Customer>(account.Owner), FundsPart.Nothing, 0L);
        var page = await PageAfter(run, customer, account.Currency, last, cancel);
        while (page.Count > 0)
        {
            foreach (var (line, entry) in page)
            {
                running += new FundsPart(line.MoneyMinor, line.BonusMinor);
                findings.Judge(line.Id.Value, line.Sequence == ++last && Holds(line, entry, running));
                last = line.Sequence;
            }

            page = await PageAfter(run, customer, account.Currency, last, cancel);
        }

        if (last != lines)
        {
            findings.Add(account.Owner);
        }
    }

    private static bool Holds(Operation line, LedgerEntry entry, FundsPart running)
    {
        var owner = line.CustomerId.Value;
        var done = OperationChange.Of([.. AccountChange.Done(entry.Kind, entry.Transfers).Where(change => change.Account.Owner == owner)]);
        return line.Kind == entry.Kind
            && new FundsPart(line.MoneyMinor, line.BonusMinor) == done.Moved
            && line.ReservedMinor == done.Held.Total
            && new FundsPart(line.BalanceAfterMinor, line.BonusAfterMinor) == running
            && line.Parts.Sum(part => part.AmountMinor) == done.Moved.Total;
    }

    private static async Task<List<(Operation Line, LedgerEntry Entry)>> PageAfter(ProofRun run, Id<Customer> customer, Currency currency, long sequence, CancellationToken cancel)
    {
        var lines = await run.Db.Operations
            .Where(row => row.CustomerId == customer && row.Currency == currency && row.Sequence > sequence)
            .OrderBy(row => row.Sequence)
            .Take(Limits.ProofPage)
            .ToListAsync(cancel);
        var ids = lines.Select(line => line.EntryId).ToList();
        var entries = await run.Db.LedgerEntries.Include(row => row.Transfers).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. lines.Where(line => entries.ContainsKey(line.EntryId)).Select(line => (line, entries[line.EntryId]))];
    }
}
