using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Reads charges service by service and month by month: what a meter had come to before is known from the months before.</summary>
public sealed class UsageChargesCheck : IBooksCheck
{
    public string Name => "usageCharges";

    public string Claim => "Each charge of a month's usage is the sum of its meters and days, and was booked, or is asked for by an invoice, once.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var totals = new Dictionary<(Month Month, string Meter), long>();
        UsageCharge? last = null;
        var page = await PageAfter(run, last, cancel);
        while (page.Count > 0)
        {
            var evidence = await Evidence.Of(run, page, cancel);
            foreach (var charge in page)
            {
                if (charge.SubscriptionId != last?.SubscriptionId)
                {
                    totals.Clear();
                }

                var holds = IsExplained(charge, totals) && IsPaidFor(run, charge, evidence);
                findings.Judge(charge.Id.Value, holds || IsDoubtful(run, charge));
                last = charge;
            }

            page = await PageAfter(run, last, cancel);
        }

        await FindEntriesOfNothing(run, findings, cancel);
        await FindInvoicesOfNothing(run, findings, cancel);
    }

    private static Task<List<UsageCharge>> PageAfter(ProofRun run, UsageCharge? last, CancellationToken cancel)
    {
        var rows = run.Db.UsageCharges.AsQueryable();
        if (last is not null)
        {
            var (service, year, month) = (last.SubscriptionId, last.Year, last.MonthNumber);
            rows = rows.Where(row => row.SubscriptionId > service || (row.SubscriptionId == service && (row.Year > year || (row.Year == year && row.MonthNumber > month))));
        }

        return rows.OrderBy(row => row.SubscriptionId).ThenBy(row => row.Year).ThenBy(row => row.MonthNumber).Take(Limits.ProofPage).ToListAsync(cancel);
    }

    private static bool IsDoubtful(ProofRun run, UsageCharge charge) =>
        run.Doubts.Has(charge.Id.Value) || run.Doubts.Has(charge.CustomerId.Value) || (charge.InvoiceId is { } id && run.Doubts.Has(id.Value));

    /// <summary>Days make up what a meter has come to, and that is what all charges so far make of it; the month has its own prices.</summary>
    private static bool IsExplained(UsageCharge charge, Dictionary<(Month Month, string Meter), long> totals)
    {
        var holds = charge.AmountMinor == charge.Parts.Sum(part => part.AmountMinor)
            && charge.Parts.Where(part => part.Month == charge.Month).All(part => charge.Prices.Contains(part.Price))
            && charge.TaxMinor == TaxGroup.Contained(charge.AmountMinor, charge.TaxRateBasisPoints);
        foreach (var part in charge.Parts)
        {
            var key = (part.Month, part.Meter);
            totals[key] = totals.GetValueOrDefault(key) + part.AmountMinor;
            holds &= part.TotalMinor == totals[key] && part.TotalMinor == part.Days.Sum(day => day.AmountMinor);
        }

        return holds;
    }

    private static bool IsPaidFor(ProofRun run, UsageCharge charge, Evidence evidence)
    {
        var entry = evidence.Entries.GetValueOrDefault(charge.Id.Value);
        return charge.InvoiceId is { } id
            ? entry is null && charge.Paid.Total == 0 && IsAskedFor(charge, evidence.Invoices.GetValueOrDefault(id))
            : IsBooked(charge, entry?.Transfers ?? []);
    }

    private static bool IsAskedFor(UsageCharge charge, Invoice? invoice) =>
        invoice is { Purpose: InvoicePurpose.Usage }
        && (invoice.TotalMinor, invoice.Currency, invoice.CustomerId) == (charge.AmountMinor, charge.Currency, charge.CustomerId);

    private static bool IsBooked(UsageCharge charge, IReadOnlyList<Transfer> transfers)
    {
        long Debited(AccountName account) => transfers.Sum(transfer =>
            transfer.Debit == account.ToString() ? transfer.AmountMinor : transfer.Credit == account.ToString() ? -transfer.AmountMinor : 0);
        long From(AccountKind kind, string owner) => Debited(new AccountName(kind, owner, charge.Currency));
        var tax = -From(AccountKind.Tax, $"{charge.TaxCategory}{charge.TaxRateBasisPoints}");
        return (From(AccountKind.Balance, charge.CustomerId.Value), From(AccountKind.Bonus, charge.CustomerId.Value)) == (charge.MoneyMinor, charge.BonusMinor)
            && charge.Paid.Total == charge.AmountMinor
            && tax == charge.TaxMinor
            && -From(AccountKind.Revenue, "") == charge.AmountMinor - tax;
    }

    private static async Task FindEntriesOfNothing(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        for (long? last = 0; last is { } after;)
        {
            var page = await run.Db.LedgerEntries
                .Where(row => row.Kind == EntryKind.UsageCharged && row.Number > after)
                .OrderBy(row => row.Number)
                .Select(row => new { row.Number, row.CauseId })
                .Take(Limits.ProofPage)
                .ToListAsync(cancel);
            var ids = page.Select(row => new Id<UsageCharge>(row.CauseId)).ToList();
            var found = await run.Db.UsageCharges.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
            findings.AddAll(ids.Except(found).Select(id => id.Value).Where(id => !run.Doubts.Has(id)));
            last = page.LastOrDefault()?.Number;
        }
    }

    /// <summary>An invoice that has expired has been asked again by another, and a cancelled one was waived: all others are of a charge.</summary>
    private static async Task FindInvoicesOfNothing(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var lost = await run.Db.Invoices
            .Where(row => row.Purpose == InvoicePurpose.Usage && row.ClosedAt == null && !run.Db.UsageCharges.Any(charge => charge.InvoiceId == row.Id))
            .OrderBy(row => row.Id)
            .Take(Limits.ProofFindingsNamed)
            .ToListAsync(cancel);
        findings.AddAll(lost.Select(row => row.Id.Value).Where(id => !run.Doubts.Has(id)));
    }

    /// <summary>What the books have of a page of charges.</summary>
    private sealed record Evidence(Dictionary<string, LedgerEntry> Entries, Dictionary<Id<Invoice>, Invoice> Invoices)
    {
        public static async Task<Evidence> Of(ProofRun run, List<UsageCharge> page, CancellationToken cancel)
        {
            var causes = page.Select(charge => charge.Id.Value).ToList();
            var asked = page.Select(charge => charge.InvoiceId).OfType<Id<Invoice>>().ToList();
            return new Evidence(
                await run.Db.LedgerEntries
                    .Include(row => row.Transfers)
                    .Where(row => row.Kind == EntryKind.UsageCharged && causes.Contains(row.CauseId))
                    .ToDictionaryAsync(row => row.CauseId, cancel),
                await run.Db.Invoices.Where(row => asked.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel));
        }
    }
}
