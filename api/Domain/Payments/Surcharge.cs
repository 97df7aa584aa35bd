using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Payments;

/// <summary>
/// The gateway's commission laid on the buyer (ruling 2): so much that, after the gateway has taken its percentage of the
/// whole, the merchant keeps the full amount.
/// </summary>
public static class Surcharge
{
    public const int MaximumBasisPoints = 2_000;

    public static long On(long amount, int basisPoints) => basisPoints == 0
        ? 0
        : Rounding.Up((Int128)amount * Rounding.WholeBasisPoints, Rounding.WholeBasisPoints - basisPoints) - amount;

    /// <summary>
    /// The part of a surcharge that goes back when so much of the payment has been refunded all in all, less what went
    /// back before: cumulated, so that the whole refund returns exactly the whole surcharge. Never less than nothing: before
    /// a refund was declined, more may have gone back than its share.
    /// </summary>
    public static long ToReturn(long surcharge, long paid, long refundedAfter, long returnedBefore) =>
        Math.Max(Rounding.HalfUp((Int128)surcharge * refundedAfter, paid) - returnedBefore, 0);
}
