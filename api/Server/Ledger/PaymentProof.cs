using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>A payment says what its entries say, and only a payment that succeeded has entries.</summary>
public static class PaymentProof
{
    public static async Task<ProofCheck> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        var refunded = facts.Refunds.Values.Where(refund => refund.Ended != Domain.Ledger.TransferPhase.Voided).ToLookup(refund => refund.PaymentId);
        await foreach (var payment in db.Payments.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!facts.IsDoubtful(payment.Id.Value))
            {
                findings.AddIf(!Holds(payment, facts.Received.GetValueOrDefault(payment.Id.Value), [.. refunded[payment.Id.Value]]), payment.Id.Value);
            }
        }

        return findings.Check("payments", count);
    }

    private static bool Holds(Payment payment, ReceivedMoney? received, IReadOnlyList<RefundMoney> refunds) => received is null
        ? payment is { Status: not PaymentStatus.Succeeded, AppliedMinor: 0, UnappliedMinor: 0, UnappliedReturnedMinor: 0, RefundedMinor: 0, SurchargeReturnedMinor: 0 }
        : payment.Status == PaymentStatus.Succeeded
          && payment.AppliedMinor == received.Applied
          && payment.UnappliedMinor == received.Unapplied
          && payment.Charged.Minor == received.Applied + received.Unapplied + received.Surcharge
          && (received.Surcharge == 0 || payment.SurchargeMinor == received.Surcharge)
          && payment.UnappliedReturnedMinor == received.Credited + refunds.Where(refund => !refund.IsOfInvoice).Sum(refund => refund.Held)
          && payment.RefundedMinor == refunds.Where(refund => refund.IsOfInvoice).Sum(refund => refund.Held - refund.Surcharge)
          && payment.SurchargeReturnedMinor == refunds.Sum(refund => refund.Surcharge);
}
