using BillingHeadless.Domain.Invoices;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class InvoicesCheck : IInvoiceCheck
{
    public string Name => "invoices";

    public string Claim => "Each invoice is the sum of its lines, holds what its payments brought, and is in the state that follows from that.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        var holds = file.IsDoubtful || Holds(file.Invoice, file.Facts.Invoice);
        findings.Judge(file.Invoice.Id.Value, holds);
        if (!holds)
        {
            file.Doubt();
        }
    }

    private static bool Holds(Invoice invoice, InvoiceMoney money) =>
        invoice.TotalMinor == invoice.Lines.Sum(line => line.GrossMinor)
        && (money.Settled == 0 || invoice.TotalMinor == money.Settled)
        && (money.Currency is null || invoice.Currency == money.Currency)
        && invoice.PaidMinor == money.Paid
        && invoice.RefundedMinor == money.Refunded
        && invoice.CreditedMinor == money.Credited
        && invoice.BonusMinor == money.Bonus
        && (money.Settled == 0 || invoice.IsOfBalance == money.IsOfBalance)
        && money.Refunded + money.Credited <= money.Settled
        && StateHolds(invoice, money);

    private static bool StateHolds(Invoice invoice, InvoiceMoney money) => invoice switch
    {
        { SettledAt: not null, ClosedAt: null } => money.Settled > 0 && invoice.Status == (money.Refunded == 0 || money.Refunded + money.Credited < money.Settled ? InvoiceStatus.Paid : InvoiceStatus.Refunded),
        { SettledAt: null, ClosedAt: null } => money.Settled == 0 && invoice.Status == InvoiceStatus.Open && money.Paid < invoice.TotalMinor,
        { SettledAt: null, ClosedAt: { } closed } => money is { Settled: 0, Paid: 0 }
            && invoice.Status == (closed < invoice.DueAt ? InvoiceStatus.Cancelled : InvoiceStatus.Expired),
        _ => false,
    };
}
