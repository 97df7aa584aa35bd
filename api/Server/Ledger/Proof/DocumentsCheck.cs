using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Documents;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class DocumentsCheck : IInvoiceCheck
{
    public string Name => "documents";

    public string Claim => "Each document adds up, an act is never about more than was paid, and what is issued has its file.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        foreach (var document in file.Documents)
        {
            findings.Judge(document.Id.Value, file.IsDoubtful || (MoneyHolds(document, file) && StateHolds(document, file)));
        }
    }

    private static bool MoneyHolds(Document document, InvoiceFile file) => document switch
    {
        { Facts: { } facts } when document.TotalMinor != facts.Lines.Sum(line => line.GrossMinor) => false,
        { Kind: not DocumentKind.Act } => true,
        { Status: DocumentStatus.Dropped } => RemainsOf(document, file) == 0,
        { Facts: not null } => document.TotalMinor <= file.Facts.Invoice.Settled - file.Facts.Received.Values.Sum(received => received.Bonus),
        _ => document.TotalMinor == RemainsOf(document, file),
    };

    /// <summary>Of the money for the lines that stand in an act; bonus is none.</summary>
    private static long RemainsOf(Document act, InvoiceFile file)
    {
        var (money, refunds) = (file.Facts.Invoice, file.Facts.Refunds.Values);
        var returned = refunds.Where(refund => refund is { Ended: TransferPhase.Posted, Source: RefundSource.Invoice }).Sum(refund => refund.Bonus);
        var bonus = file.Facts.Received.Values.Sum(received => received.Bonus) - returned;
        return PaidLines.GrossOf(file.Invoice, money.Settled - money.Refunded - bonus, file.ActLines[act.Id].Select(line => line.InvoiceLineId).ToHashSet());
    }

    private static bool StateHolds(Document document, InvoiceFile file)
    {
        var hasFile = file.Printed.Contains(document.Id);
        var isLate = file.Run.Now >= document.DueAt;
        return (document.Status == DocumentStatus.Sent) == (document.SentAt is not null) && document.Status switch
        {
            DocumentStatus.Due => !hasFile && (document.Kind != DocumentKind.Act || !isLate || file.AboutToBeOverdue.Contains(document.Id.Value)),
            DocumentStatus.Overdue => isLate,
            DocumentStatus.Dropped => document.Facts is null && !hasFile,
            _ => document.Facts is not null && hasFile,
        };
    }
}
