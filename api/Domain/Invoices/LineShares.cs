using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Invoices;

/// <summary>
/// What of an invoice's money and bonus belongs to each line, in the order of the lines: in proportion, never more than the
/// line, and together exactly what was paid or remains.
/// </summary>
public static class LineShares
{
    public static IReadOnlyList<(InvoiceLine Line, FundsPart Paid)> Of(Invoice invoice, FundsPart paid) =>
        Left(invoice, paid, FundsPart.Nothing, new Dictionary<Id<InvoiceLine>, long>());

    /// <param name="invoice">What was paid.</param>
    /// <param name="paid">What it was paid with.</param>
    /// <param name="returned">What refunds took of that. They are of all lines, but none gives back what a tariff change has given back of it already.</param>
    /// <param name="credited">What tariff changes gave back of a line: it counts as paid.</param>
    public static IReadOnlyList<(InvoiceLine Line, FundsPart Paid)> Left(
        Invoice invoice, FundsPart paid, FundsPart returned, IReadOnlyDictionary<Id<InvoiceLine>, long> credited)
    {
        var (lines, left) = (invoice.Lines.OrderBy(line => line.Ordinal).ToList(), paid - returned);
        var shares = Split.ByWeight(left.Total, [.. lines.Select(line => line.GrossMinor)], [.. lines.Select(line => credited.GetValueOrDefault(line.Id))]);
        var bonus = Split.ByWeight(left.Bonus, shares);
        return [.. lines.Select((line, i) => (line, FundsPart.Of(shares[i], money: shares[i] - bonus[i])))];
    }
}
