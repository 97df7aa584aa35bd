using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>A refund holds what its entry reserved, and ended as its second entry says.</summary>
public static class RefundProof
{
    public static async Task<ProofCheck> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        await foreach (var refund in db.Refunds.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!facts.IsDoubtful(refund.Id.Value))
            {
                findings.AddIf(!Holds(refund, facts.Refunds.GetValueOrDefault(refund.Id.Value)), refund.Id.Value);
            }
        }

        return findings.Check("refunds", count);
    }

    private static bool Holds(Refund refund, RefundMoney? money) =>
        money is not null
        && refund.Returned.Minor == money.Held
        && refund.SurchargeMinor == money.Surcharge
        && refund.Status switch
        {
            RefundStatus.Succeeded => money.Ended == TransferPhase.Posted,
            RefundStatus.Declined => money.Ended == TransferPhase.Voided,
            _ => money.Ended is null,
        };
}
