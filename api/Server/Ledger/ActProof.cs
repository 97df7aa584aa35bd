using BillingHeadless.Domain.Documents;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>An act is about money that was paid: its total is the sum of its lines, and never more than its invoice was settled with.</summary>
public static class ActProof
{
    public static async Task<ProofCheck> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        await foreach (var act in db.Documents.Where(row => row.Kind == DocumentKind.Act).OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!facts.IsDoubtful(act.InvoiceId.Value))
            {
                findings.AddIf(!Holds(act, facts.Invoices.GetValueOrDefault(act.InvoiceId.Value) ?? new InvoiceMoney()), act.Id.Value);
            }
        }

        return findings.Check("acts", count);
    }

    private static bool Holds(Document act, InvoiceMoney money)
    {
        if (act.Status == DocumentStatus.Dropped)
        {
            return money.Refunded == money.Settled;
        }

        return act.Facts is { } facts
            ? act.TotalMinor == facts.Lines.Sum(line => line.GrossMinor) && act.TotalMinor <= money.Settled
            : act.TotalMinor == money.Settled - money.Refunded;
    }
}
