using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class InvoiceLinesCheck : IInvoiceCheck
{
    public string Name => "invoiceLines";

    public string Claim => "Each line of an invoice costs what its price, months, quantity and discount make, and its tax is the tax in it.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        var invoice = file.Invoice;
        findings.Count(invoice.Lines.Count);
        if (!invoice.Lines.All(Holds) || !TaxesHold(file))
        {
            findings.Add(invoice.Id.Value);
            file.Doubt();
        }
    }

    private static bool Holds(InvoiceLine line)
    {
        var periods = Math.Max(line.Months, 1);
        return line.NetMinor + line.TaxMinor == line.GrossMinor
            && OrderPricing.Gross(line.UnitPriceMinor, periods, line.Quantity, line.DiscountBasisPoints) == line.GrossMinor
            && OrderPricing.Gross(line.UnitPriceMinor, periods, line.Quantity, 0) - line.GrossMinor == line.DiscountMinor;
    }

    /// <summary>Tax is rounded once per group; of a settled invoice it stands in the books by group, too.</summary>
    private static bool TaxesHold(InvoiceFile file)
    {
        var groups = file.Invoice.Lines.GroupBy(line => (line.TaxCategory, line.TaxRateBasisPoints)).ToList();
        return groups.All(group => group.Sum(line => line.TaxMinor) == TaxGroup.Contained(group.Sum(line => line.GrossMinor), group.Key.TaxRateBasisPoints))
            && (file.Facts.Invoice.Settled == 0
                || MoneyTables.Equals(
                    groups.ToDictionary(group => $"{group.Key.TaxCategory}{group.Key.TaxRateBasisPoints}", group => group.Sum(line => line.TaxMinor)),
                    file.Facts.Invoice.Taxes));
    }
}
