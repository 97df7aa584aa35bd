using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Payments;

/// <summary>Tax of one category and rate.</summary>
public sealed record TaxPart(string Category, int RateBasisPoints, long Minor);

/// <summary>
/// The tax that a refund takes back: cumulated over the invoice and by group, so that refunding all of it takes back
/// exactly all tax, whatever the parts were.
/// </summary>
public static class RefundTaxes
{
    /// <param name="invoice">What was paid.</param>
    /// <param name="earlier">Refunds of this invoice that succeeded or are not decided.</param>
    /// <param name="amount">What goes back now.</param>
    public static IReadOnlyList<TaxPart> Of(Invoice invoice, IReadOnlyList<Refund> earlier, long amount) => Of(
        invoice, earlier.Sum(refund => refund.AmountMinor), [.. earlier.SelectMany(refund => refund.Taxes)], amount);

    /// <param name="invoice">What was paid.</param>
    /// <param name="returned">What went back of it before, as refund or as credit.</param>
    /// <param name="taken">The taxes that this took back.</param>
    /// <param name="amount">What goes back now.</param>
    public static IReadOnlyList<TaxPart> Of(Invoice invoice, long returned, IReadOnlyList<TaxPart> taken, long amount)
    {
        var refundedAfter = returned + amount;
        var (parts, left) = (new List<TaxPart>(), amount);
        foreach (var group in invoice.Lines.GroupBy(line => (line.TaxCategory, line.TaxRateBasisPoints)))
        {
            // Groups may round up at the same unit: together they never take more than goes back, and the next refund makes up for it.
            var owed = Rounding.HalfUp((Int128)group.Sum(line => line.TaxMinor) * refundedAfter, invoice.TotalMinor) - Taken(taken, group.Key);
            var part = Math.Clamp(owed, 0, left);
            left -= part;
            if (part > 0)
            {
                parts.Add(new TaxPart(group.Key.TaxCategory, group.Key.TaxRateBasisPoints, part));
            }
        }

        return parts;
    }

    private static long Taken(IReadOnlyList<TaxPart> taken, (string Category, int Rate) group) => taken
        .Where(part => part.Category == group.Category && part.RateBasisPoints == group.Rate)
        .Sum(part => part.Minor);
}
