using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>An invoice is the sum of its lines, holds what its entries brought, and is in the state that follows from them.</summary>
public static class InvoiceProof
{
    public static async Task<IReadOnlyList<ProofCheck>> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (money, lines, count, lineCount) = (new ProofFindings(), new ProofFindings(), 0L, 0L);
        await foreach (var invoice in db.Invoices.Include(row => row.Lines).OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            lineCount += invoice.Lines.Count;
            lines.AddIf(!LinesHold(invoice), invoice.Id.Value);
            if (!facts.IsDoubtful(invoice.Id.Value))
            {
                money.AddIf(!MoneyHolds(invoice, facts.Invoices.GetValueOrDefault(invoice.Id.Value) ?? new InvoiceMoney()), invoice.Id.Value);
            }
        }

        return [money.Check("invoices", count), lines.Check("invoiceLines", lineCount)];
    }

    private static bool MoneyHolds(Invoice invoice, InvoiceMoney money) =>
        invoice.PaidMinor == money.Paid
        && invoice.RefundedMinor == money.Refunded
        && (money.Settled == 0 || invoice.TotalMinor == money.Settled)
        && invoice.Status switch
        {
            InvoiceStatus.Paid => money.Settled > 0 && money.Refunded < money.Settled,
            InvoiceStatus.Refunded => money.Settled > 0 && money.Refunded == money.Settled,
            InvoiceStatus.Open => money.Settled == 0 && money.Paid < invoice.TotalMinor,
            _ => money is { Settled: 0, Paid: 0 },
        };

    private static bool LinesHold(Invoice invoice) =>
        invoice.TotalMinor == invoice.Lines.Sum(line => line.GrossMinor)
        && invoice.Lines.All(line => line.NetMinor + line.TaxMinor == line.GrossMinor && PriceHolds(line))
        && invoice.Lines.GroupBy(line => (line.TaxCategory, line.TaxRateBasisPoints)).All(group =>
            group.Sum(line => line.TaxMinor) == TaxGroup.Contained(group.Sum(line => line.GrossMinor), group.Key.TaxRateBasisPoints));

    private static bool PriceHolds(InvoiceLine line)
    {
        var periods = Math.Max(line.Months, 1);
        return OrderPricing.Gross(line.UnitPriceMinor, periods, line.Quantity, line.DiscountBasisPoints) == line.GrossMinor
            && OrderPricing.Gross(line.UnitPriceMinor, periods, line.Quantity, 0) - line.GrossMinor == line.DiscountMinor;
    }
}
