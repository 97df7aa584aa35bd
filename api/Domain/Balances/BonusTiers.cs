using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Balances;

/// <summary>From this amount on, so much of the whole amount is given on top: 500 is 5 %.</summary>
public sealed record BonusTier(long FromMinor, int BasisPoints);

/// <summary>The bonus for topping up ahead (C1, ruling 33).</summary>
public static class BonusTiers
{
    public const int MaximumTiers = 20;
    public const int MaximumBasisPoints = Rounding.WholeBasisPoints;

    /// <summary>Tiers are amounts of the merchant's own currency: a top-up in another earns nothing.</summary>
    public static long Of(Merchant merchant, Money topUp, long debt) => topUp.Currency == merchant.Currency ? On(topUp.Minor, debt, merchant.Settings.BonusTiers) : 0;

    /// <summary>
    /// By the highest threshold that is not above the part ahead, its rate on all of that part. What pays a debt is not ahead.
    /// </summary>
    public static long On(long topUp, long debt, IReadOnlyList<BonusTier> tiers)
    {
        var ahead = Math.Max(0, topUp - debt);
        var tier = tiers.Where(tier => tier.FromMinor <= ahead).MaxBy(tier => tier.FromMinor);
        return tier is null ? 0 : Rounding.HalfUp((Int128)ahead * tier.BasisPoints, Rounding.WholeBasisPoints);
    }

    public static void Check(FieldProblems problems, IReadOnlyList<BonusTier> tiers)
    {
        problems.AddUnless(tiers.Count <= MaximumTiers, "bonusTiers", $"Has {MaximumTiers} tiers at most.");
        problems.AddUnless(tiers.Select(tier => tier.FromMinor).Distinct().Count() == tiers.Count, "bonusTiers", "Each threshold can stand once.");
        for (var i = 0; i < tiers.Count; i++)
        {
            problems.AddUnless(tiers[i].FromMinor > 0, $"bonusTiers[{i}].amount", "Must be more than zero.");
            problems.AddUnless(tiers[i].BasisPoints is > 0 and <= MaximumBasisPoints, $"bonusTiers[{i}].basisPoints", $"Must be from 1 to {MaximumBasisPoints}.");
        }
    }
}
