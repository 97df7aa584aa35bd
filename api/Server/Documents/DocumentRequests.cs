using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Decides whether a document that is asked for may be made, and plans it (rulings 14, 28).</summary>
public sealed class DocumentRequests(DocumentGenerators generators, IdSource ids, Clock clock)
{
    public async Task<Result<Document>> Plan(BillingDb db, CreateDocumentRequest request, CancellationToken cancel)
    {
        if (request.Format != DocumentFormats.Html && generators.CardOf(request.Format) is null)
        {
            return DocumentRefusals.FormatUnknown;
        }

        var found = await Find(db, request, cancel);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var (subject, payment) = found.Value;
        return await Refuse(db, request.Kind, subject, payment, cancel) ?? (Result<Document>)Store(db, request, subject, payment);
    }

    private static async Task<Result<(DocumentSubject Subject, Payment? Payment)>> Find(BillingDb db, CreateDocumentRequest request, CancellationToken cancel)
    {
        if (request.InvoiceId is null == request.PaymentId is null)
        {
            return DocumentRefusals.SubjectUnclear;
        }

        var payment = request.PaymentId is null ? null : await db.Payments.ById(request.PaymentId, cancel);
        if (request.PaymentId is not null && payment is null)
        {
            return PaymentRefusals.NotFound;
        }

        var invoice = payment is null ? await db.Invoices.ById(request.InvoiceId!, cancel) : await db.Invoices.SingleAsync(row => row.Id == payment.InvoiceId, cancel);
        return invoice is null ? InvoiceRefusals.NotFound : (await DocumentSubject.Read(db, invoice.Id, cancel), payment);
    }

    private static async Task<Refusal?> Refuse(BillingDb db, DocumentKind kind, DocumentSubject subject, Payment? payment, CancellationToken cancel)
    {
        var refusal = kind switch
        {
            DocumentKind.Act => await RefuseAct(db, subject.Invoice, cancel),
            DocumentKind.Invoice => subject.Invoice.Status == InvoiceStatus.Open ? null : InvoiceRefusals.NotOpen,
            _ => MoneyOf(subject.Invoice, payment) > 0 ? null : DocumentRefusals.NotPaid,
        };
        return refusal ?? (kind != DocumentKind.Receipt && subject.Parties.Missing.Count > 0 ? subject.Parties.Refusal : null);
    }

    private static async Task<Refusal?> RefuseAct(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        if (invoice.Status != InvoiceStatus.Paid)
        {
            return DocumentRefusals.NotPaid;
        }

        var lines = invoice.Lines.Select(line => line.Id).ToList();
        return await db.ActLines.AnyAsync(line => lines.Contains(line.InvoiceLineId), cancel) ? DocumentRefusals.AlreadyIssued : null;
    }

    private Document Store(BillingDb db, CreateDocumentRequest request, DocumentSubject subject, Payment? payment)
    {
        var (merchant, invoice) = (subject.Merchant, subject.Invoice);
        var now = clock.NowOf(merchant);
        var draft = new DocumentDraft
        {
            Kind = request.Kind,
            Format = request.Format,
            Locale = invoice.Locale,
            Email = subject.Parties.Buyer.Email ?? "",
            TotalMinor = TotalOf(request.Kind, invoice, payment),
            DueAt = subject.Calendar.StartOf(subject.Calendar.DateOf(now).AddDays(merchant.Settings.ActTermDays + 1)),
        };
        var document = Document.Plan(ids.New<Document>(), invoice, draft, now);
        db.Documents.Add(document);
        db.Outbox.Plan(IssueDocument.For(document, now));
        if (document.Kind == DocumentKind.Act)
        {
            db.ActLines.AddRange(invoice.Lines.Select(line => ActLine.Claim(document, line.Id)));
            db.Outbox.Plan(MarkActOverdue.For(document));
        }

        return document;
    }

    private static long TotalOf(DocumentKind kind, Invoice invoice, Payment? payment) => kind switch
    {
        DocumentKind.Act => invoice.TotalMinor - invoice.RefundedMinor,
        DocumentKind.Invoice => invoice.TotalMinor,
        _ => MoneyOf(invoice, payment),
    };

    /// <summary>What has been paid, by one payment or by all.</summary>
    private static long MoneyOf(Invoice invoice, Payment? payment) => payment?.AppliedMinor ?? invoice.PaidMinor;
}
