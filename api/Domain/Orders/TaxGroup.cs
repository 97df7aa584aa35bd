using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Orders;

/// <summary>
/// Tax is contained in the price and rounded once per category and rate (ruling 1): the group's tax is derived from its
/// gross, then divided among its lines so that the parts add up.
/// </summary>
public static class TaxGroup
{
    /// <summary>The category "services outside scope of tax" (UNCL5305).</summary>
    public const string NotTaxed = "O";

    public static IReadOnlyList<QuoteLine> Apply(IReadOnlyList<QuoteLine> lines)
    {
        var taxed = new QuoteLine[lines.Count];
        foreach (var group in Enumerable.Range(0, lines.Count).GroupBy(i => (lines[i].TaxCategory, lines[i].TaxRateBasisPoints)))
        {
            var places = group.ToArray();
            var weights = places.Select(i => lines[i].GrossMinor).ToArray();
            var parts = Split.ByWeight(Contained(weights.Sum(), group.Key.TaxRateBasisPoints), weights);
            for (var i = 0; i < places.Length; i++)
            {
                taxed[places[i]] = lines[places[i]] with { TaxMinor = parts[i] };
            }
        }

        return taxed;
    }

    /// <summary>The tax that a gross amount contains.</summary>
    public static long Contained(long gross, int rateBasisPoints) =>
        Rounding.HalfUp((Int128)gross * rateBasisPoints, Rounding.WholeBasisPoints + rateBasisPoints);
}
