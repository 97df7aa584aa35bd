using BillingHeadless.Domain.Balances;

namespace BillingHeadless.Server.Merchants;

/// <summary>From this amount on, so much of all of it is given as bonus.</summary>
/// <param name="Amount">Minor units of the merchant's currency.</param>
/// <param name="BasisPoints">500 is 5 %.</param>
public sealed record BonusTierBody(long Amount, int BasisPoints)
{
    public static BonusTierBody Of(BonusTier tier) => new(tier.FromMinor, tier.BasisPoints);

    public BonusTier ToTier() => new(Amount, BasisPoints);
}
