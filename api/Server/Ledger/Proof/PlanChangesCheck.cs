using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.PlanChanges;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class PlanChangesCheck : IBooksCheck
{
    public string Name => "planChanges";

    public string Claim => "Each tariff change stands where its invoice stands, holds back what was booked for it, and was bought for its price.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var page = await PageAfter(run, null, cancel);
        while (page.Count > 0)
        {
            foreach (var change in page)
            {
                findings.Judge(change.Id.Value, await Holds(run, change, cancel));
            }

            page = await PageAfter(run, page[^1].Id, cancel);
        }
    }

    private static Task<List<PlanChange>> PageAfter(ProofRun run, Id<PlanChange>? last, CancellationToken cancel)
    {
        var rows = last is { } after ? run.Db.PlanChanges.Where(row => row.Id > after) : run.Db.PlanChanges;
        return rows.OrderBy(row => row.Id).Take(Limits.ProofPage).ToListAsync(cancel);
    }

    private static async Task<bool> Holds(ProofRun run, PlanChange change, CancellationToken cancel) =>
        change.PriceMinor == change.Line.GrossMinor
        && change.CreditMinor == change.Credit.Total
        && change.Reserved.Total == (change.InvoiceId is null ? 0 : change.Terms.FromBalance)
        && await InvoiceHolds(run, change, cancel)
        && await PurchaseHolds(run, change, cancel)
        && await ReserveHolds(run, change, cancel);

    /// <summary>The invoice asks for what is missing, and has decided what became of the change.</summary>
    private static async Task<bool> InvoiceHolds(ProofRun run, PlanChange change, CancellationToken cancel)
    {
        if (change.InvoiceId is not { } id)
        {
            return change.State == PlanChangeState.Previewed || (change.State == PlanChangeState.Executed && change.MissingMinor == 0);
        }

        var invoice = await run.Db.Invoices.SingleOrDefaultAsync(row => row.Id == id, cancel);
        return run.Doubts.Has(id.Value) || (invoice is not null && invoice.TotalMinor == change.MissingMinor && change.State == StateAfter(invoice.Status));
    }

    private static PlanChangeState StateAfter(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Open => PlanChangeState.Awaiting,
        InvoiceStatus.Cancelled or InvoiceStatus.Expired => PlanChangeState.Abandoned,
        _ => PlanChangeState.Executed,
    };

    private static async Task<bool> PurchaseHolds(ProofRun run, PlanChange change, CancellationToken cancel)
    {
        if (change.PurchaseId is not { } id)
        {
            return change.State != PlanChangeState.Executed;
        }

        var total = await run.Db.Invoices.Where(row => row.Id == id).Select(row => (long?)row.TotalMinor).SingleOrDefaultAsync(cancel);
        return change.State == PlanChangeState.Executed && (run.Doubts.Has(id.Value) || total == change.PriceMinor);
    }

    private static async Task<bool> ReserveHolds(ProofRun run, PlanChange change, CancellationToken cancel)
    {
        var entry = await run.Db.LedgerEntries.Include(row => row.Transfers)
            .SingleOrDefaultAsync(row => row.Kind == EntryKind.FundsReserved && row.CauseId == change.Id.Value, cancel);
        var transfers = entry?.Transfers ?? [];
        long Of(AccountKind kind) => transfers.Where(transfer => AccountName.Parse(transfer.Debit).Kind == kind).Sum(transfer => transfer.AmountMinor);
        return change.Reserved == new FundsPart(Of(AccountKind.Balance), Of(AccountKind.Bonus));
    }
}
