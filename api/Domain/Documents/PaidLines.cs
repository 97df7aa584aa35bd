using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Domain.Documents;

/// <summary>What money means line by line (ruling 28): it is spread over the lines in proportion, and so is each group's tax.</summary>
public static class PaidLines
{
    /// <summary>
    /// The money that remains paid of a settled invoice when refunds have gone back and bonuses are left out, which are spread over
    /// the lines in proportion (B5). Its tax is its share of what remains in the books.
    /// </summary>
    public static IReadOnlyList<PaidLine> Remaining(Invoice invoice, IReadOnlyList<Refund> refunds, long bonus)
    {
        var left = invoice.TotalMinor - invoice.RefundedMinor;
        return Spread(invoice, left - bonus, (group, tax) => OfMoney(tax - Returned(refunds, group), left, bonus));
    }

    /// <summary>What some of the lines have of an amount that was paid for all of them.</summary>
    public static long GrossOf(Invoice invoice, long amount, IReadOnlySet<Id<InvoiceLine>> chosen)
    {
        var lines = invoice.Lines.OrderBy(line => line.Ordinal).ToArray();
        var gross = Split.ByWeight(amount, [.. lines.Select(line => line.GrossMinor)]);
        return lines.Zip(gross).Where(share => chosen.Contains(share.First.Id)).Sum(share => share.Second);
    }

    /// <summary>A part of an invoice, as one payment of it brought.</summary>
    public static IReadOnlyList<PaidLine> Of(Invoice invoice, long amount) =>
        Spread(invoice, amount, (_, tax) => invoice.TotalMinor == 0 ? 0 : Rounding.HalfUp((Int128)tax * amount, invoice.TotalMinor));

    private static PaidLine[] Spread(Invoice invoice, long amount, Func<TaxGroupKey, long, long> taxOf)
    {
        var lines = invoice.Lines.OrderBy(line => line.Ordinal).ToArray();
        var gross = Split.ByWeight(amount, [.. lines.Select(line => line.GrossMinor)]);
        var paid = new PaidLine[lines.Length];
        foreach (var group in Enumerable.Range(0, lines.Length).GroupBy(i => new TaxGroupKey(lines[i].TaxCategory, lines[i].TaxRateBasisPoints)))
        {
            var places = group.ToArray();
            long[] weights = [.. places.Select(i => gross[i])];
            var tax = Math.Clamp(taxOf(group.Key, places.Sum(i => lines[i].TaxMinor)), 0, weights.Sum());
            var parts = Split.ByWeight(tax, weights);
            for (var i = 0; i < places.Length; i++)
            {
                paid[places[i]] = new PaidLine(lines[places[i]], gross[places[i]], parts[i]);
            }
        }

        return paid;
    }

    private static long OfMoney(long tax, long left, long bonus) => left == 0 ? 0 : tax - Rounding.HalfUp((Int128)tax * bonus, left);

    private static long Returned(IReadOnlyList<Refund> refunds, TaxGroupKey group) => refunds
        .SelectMany(refund => refund.Taxes)
        .Where(part => part.Category == group.Category && part.RateBasisPoints == group.RateBasisPoints)
        .Sum(part => part.Minor);

    private sealed record TaxGroupKey(string Category, int RateBasisPoints);
}

/// <summary>The money that was paid for a line, with the tax in it.</summary>
public sealed record PaidLine(InvoiceLine Line, long GrossMinor, long TaxMinor)
{
    public long NetMinor => GrossMinor - TaxMinor;
}
