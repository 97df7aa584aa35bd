using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class PaymentsCheck : IInvoiceCheck
{
    public string Name => "payments";

    public string Claim => "Each payment says what its transfers say: what came, what its invoice took, what was left over, what went back.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        var refunded = file.Facts.Refunds.Values.Where(refund => refund.Ended != TransferPhase.Voided).ToLookup(refund => refund.PaymentId);
        foreach (var payment in file.Payments)
        {
            var received = file.Facts.Received.GetValueOrDefault(payment.Id.Value);
            findings.Judge(payment.Id.Value, file.IsDoubtful || Holds(payment, received, [.. refunded[payment.Id.Value]]));
        }

        findings.AddAll(file.Facts.Received.Keys.Except(file.Payments.Select(payment => payment.Id.Value)));
    }

    private static bool Holds(Payment payment, ReceivedMoney? received, IReadOnlyList<RefundMoney> refunds) => received is null
        ? HasBroughtNothing(payment)
        : payment is { Status: PaymentStatus.Succeeded, SucceededAt: not null }
          && HasCome(payment, received)
          && payment.UnappliedReturnedMinor == received.Credited + refunds.Where(refund => refund.Source == RefundSource.Surplus).Sum(refund => refund.Held)
          && payment.RefundedMinor == refunds.Where(refund => refund.Source != RefundSource.Surplus).Sum(refund => refund.Amount)
          && payment.SurchargeReturnedMinor == refunds.Sum(refund => refund.Surcharge);

    private static bool HasBroughtNothing(Payment payment) => payment is
    {
        Status: not PaymentStatus.Succeeded,
        SucceededAt: null,
        AppliedMinor: 0,
        BonusMinor: 0,
        UnappliedMinor: 0,
        UnappliedReturnedMinor: 0,
        RefundedMinor: 0,
        SurchargeReturnedMinor: 0,
    };

    private static bool HasCome(Payment payment, ReceivedMoney received) =>
        payment.Currency == received.Currency
        && payment.AppliedMinor == received.Applied
        && payment.BonusMinor == received.Bonus
        && payment.UnappliedMinor == received.Unapplied
        && payment.Charged.Minor == received.Applied + received.Unapplied + received.Surcharge
        && (received.Surcharge == 0 || payment.SurchargeMinor == received.Surcharge);
}
