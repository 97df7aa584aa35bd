using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Balances;

/// <summary>
/// What becomes of a refund of a top-up (ruling 33): its bonus is taken back in proportion, cumulated; bonus that has been
/// spent is deducted from the money that goes back. It never makes a debt.
/// </summary>
/// <param name="FromBalance">By how much the balance falls: what was asked for.</param>
/// <param name="FromBonus">What is taken from the bonus that is still there.</param>
/// <param name="Deducted">Bonus that is not there any more; the merchant keeps it of the money.</param>
public sealed record TopUpRefund(long FromBalance, long FromBonus, long Deducted)
{
    /// <summary>What leaves through the gateway.</summary>
    public long PaidOut => FromBalance - Deducted;

    /// <summary>Bonus that is taken back in either way.</summary>
    public long BonusTakenBack => FromBonus + Deducted;

    /// <summary>What can be refunded of a top-up now: no more than is left of it, and than lies on the balance.</summary>
    public static long Limit(ToppedUp topUp, Funds funds) => Math.Min(topUp.Amount - topUp.Refunded, funds.FreeMoney);

    public static TopUpRefund Of(ToppedUp topUp, long amount, Funds funds)
    {
        if (amount <= 0 || amount > Limit(topUp, funds))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Of this top-up {Limit(topUp, funds)} can go back.");
        }

        // Never less than nothing: before a refund was declined, more may have been taken back than its share; the next ones make up for it.
        var bonus = Math.Max(Rounding.HalfUp((Int128)topUp.Bonus * (topUp.Refunded + amount), topUp.Amount) - topUp.BonusTakenBack, 0);
        var fromBonus = Math.Min(bonus, funds.FreeBonus);
        return new TopUpRefund(amount, fromBonus, Math.Min(amount, bonus - fromBonus));
    }
}

/// <summary>A paid top-up with what has gone back of it.</summary>
public sealed record ToppedUp(long Amount, long Bonus, long Refunded = 0, long BonusTakenBack = 0);
