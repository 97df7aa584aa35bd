using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class RefundsCheck : IInvoiceCheck
{
    public string Name => "refunds";

    public string Claim => "Each refund is what was set aside for it, its tax and commission included, and has ended as its transfers say.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        foreach (var refund in file.Refunds)
        {
            findings.Judge(refund.Id.Value, file.IsDoubtful || Holds(refund, file.Facts.Refunds.GetValueOrDefault(refund.Id.Value)));
        }

        findings.AddAll(file.Facts.Refunds.Keys.Except(file.Refunds.Select(refund => refund.Id.Value)));
    }

    private static bool Holds(Refund refund, RefundMoney? money) =>
        money is not null
        && refund.PaymentId.Value == money.PaymentId
        && refund.Currency == money.Currency
        && refund.Returned.Minor == money.Held
        && refund.SurchargeMinor == money.Surcharge
        && refund.BonusMinor == money.Bonus
        && refund.DeductedMinor == money.Deducted
        && refund.Source == money.Source
        && MoneyTables.Equals(refund.Taxes.ToDictionary(part => $"{part.Category}{part.RateBasisPoints}", part => part.Minor), money.Taxes)
        && refund.Status switch
        {
            RefundStatus.Succeeded => money.Ended == TransferPhase.Posted,
            RefundStatus.Declined => money.Ended == TransferPhase.Voided,
            _ => money.Ended is null,
        };
}
