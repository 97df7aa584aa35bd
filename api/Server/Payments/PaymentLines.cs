using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Server.Payments;

/// <summary>The lines of an invoice as a fiscal receipt shows them: of each so much that together they are exactly what moves.</summary>
public static class PaymentLines
{
    public static IReadOnlyList<PaymentLine> Of(Invoice invoice, Money moved)
    {
        var lines = invoice.Lines.OrderBy(line => line.Ordinal).ToList();
        var parts = Split.ByWeight(moved.Minor, [.. lines.Select(line => line.GrossMinor)]);
        return [.. lines.Zip(parts, (line, part) => LineOf(line, new Money(part, moved.Currency))).Where(line => line.Gross.Minor > 0)];
    }

    private static PaymentLine LineOf(InvoiceLine line, Money gross) =>
        new($"{line.ProductName} {line.PlanName}", line.Quantity, gross, line.TaxCategory, line.TaxRateBasisPoints);
}
