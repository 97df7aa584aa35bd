using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>
/// The digest tells whether an entry was changed, the numbers whether one is missing. What rests on an entry that is not as it was
/// is not judged by the checks that follow.
/// </summary>
public sealed class LedgerEntriesCheck : IBooksCheck
{
    public string Name => "ledgerEntries";

    public string Claim => "No entry of the ledger is missing or was changed: each has exactly the transfers that it was written with.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var (count, last) = (0L, 0L);
        var page = await PageAfter(run.Db, long.MinValue, cancel);
        while (page.Count > 0)
        {
            foreach (var entry in page)
            {
                Judge(entry, run.Doubts, findings);
            }

            (count, last) = (count + page.Count, page[^1].Number);
            page = await PageAfter(run.Db, last, cancel);
        }

        // Numbered from 1 without gaps, and the counter knows the last.
        if (count != last || last != await CounterRow.Last(run.Db, CounterRow.Ledger, cancel))
        {
            findings.Add(CounterRow.Ledger);
            run.Doubts.AddAll();
        }
    }

    private static Task<List<LedgerEntry>> PageAfter(BillingDb db, long number, CancellationToken cancel) => db.LedgerEntries
        .Include(entry => entry.Transfers)
        .Where(entry => entry.Number > number)
        .OrderBy(entry => entry.Number)
        .Take(Limits.ProofPage)
        .ToListAsync(cancel);

    private static void Judge(LedgerEntry entry, Doubts doubts, ProofFindings findings)
    {
        var holds = LedgerEntry.DigestOf(entry, entry.Transfers) == entry.Digest;
        findings.Judge(entry.Id.Value, holds);
        if (!holds)
        {
            Doubt(entry, doubts);
        }
    }

    /// <summary>All that it may have been about, whichever of its columns was changed.</summary>
    private static void Doubt(LedgerEntry entry, Doubts doubts)
    {
        doubts.Add(entry.CauseId);
        doubts.Add(entry.InvoiceId?.Value);
        doubts.Add(entry.PaymentId?.Value);
        doubts.Add(entry.RefundId?.Value);
        foreach (var transfer in entry.Transfers)
        {
            doubts.Add(OwnerOf(transfer.Debit));
            doubts.Add(OwnerOf(transfer.Credit));
        }
    }

    private static string? OwnerOf(string account) => account.Split(':') is [_, { Length: > 0 } owner, _] ? owner : null;
}
