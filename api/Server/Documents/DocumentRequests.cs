using BillingHeadless.Domain.Customers;
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

        var asked = found.Value;
        return await Refuse(db, asked, cancel) ?? (Result<Document>)Store(db, request, asked);
    }

    private static async Task<Result<AskedDocument>> Find(BillingDb db, CreateDocumentRequest request, CancellationToken cancel)
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

        return await db.Invoices.ById(payment?.InvoiceId.Value ?? request.InvoiceId!, cancel) is { } invoice
            ? await Find(db, request, invoice, payment, cancel)
            : InvoiceRefusals.NotFound;
    }

    private static async Task<Result<AskedDocument>> Find(BillingDb db, CreateDocumentRequest request, Invoice invoice, Payment? payment, CancellationToken cancel)
    {
        var money = await ActMoney.Read(db, invoice, cancel);
        var usual = request.Kind == DocumentKind.Act ? money.PayerId : invoice.CustomerId;
        if (await db.Customers.ById(request.Addressee ?? usual.Value, cancel) is not { } addressee)
        {
            return CustomerRefusals.NotFound;
        }

        var subject = await DocumentSubject.Read(db, invoice.Id, addressee.Id, cancel);
        var lines = Choose(request, subject.Invoice);
        return lines.Refused(out var refusal) ? refusal : new AskedDocument(request.Kind, subject, payment, lines.Value, money);
    }

    private static Result<IReadOnlySet<Id<InvoiceLine>>> Choose(CreateDocumentRequest request, Invoice invoice)
    {
        var all = invoice.Lines.Select(line => line.Id).ToHashSet();
        if (request.Lines is not { } names)
        {
            return all;
        }

        var chosen = names.Select(name => new Id<InvoiceLine>(name)).ToHashSet();
        return request.Kind != DocumentKind.Act ? DocumentRefusals.LinesFixed
            : chosen.IsSubsetOf(all) ? chosen
            : DocumentRefusals.LineUnknown.At("lines", string.Join(", ", chosen.Except(all)));
    }

    private static async Task<Refusal?> Refuse(BillingDb db, AskedDocument asked, CancellationToken cancel)
    {
        var refusal = asked.Kind switch
        {
            DocumentKind.Invoice => asked.Invoice.Status == InvoiceStatus.Open ? null : InvoiceRefusals.NotOpen,
            DocumentKind.Act when asked.Invoice.IsOfBalance => DocumentRefusals.TopUpHasNoAct,
            DocumentKind.Act when asked.Invoice.Status == InvoiceStatus.Paid && asked.TotalMinor > 0 => await RefuseTwice(db, asked.Lines, cancel),
            DocumentKind.Act when asked is { Invoice.Status: InvoiceStatus.Paid, Money.BonusMinor: > 0 } => DocumentRefusals.BonusHasNoAct,
            DocumentKind.Receipt when asked.TotalMinor > 0 => null,
            _ => DocumentRefusals.NotPaid,
        };
        var parties = asked.Subject.Parties;
        return refusal ?? (asked.Kind != DocumentKind.Receipt && parties.Missing.Count > 0 ? parties.Refusal : null);
    }

    private static async Task<Refusal?> RefuseTwice(BillingDb db, IReadOnlySet<Id<InvoiceLine>> lines, CancellationToken cancel)
    {
        var names = lines.ToList();
        var standing = await db.ActLines.Where(line => names.Contains(line.InvoiceLineId)).Select(line => line.InvoiceLineId).ToListAsync(cancel);
        return standing.Count > 0 ? DocumentRefusals.AlreadyIssued.At("lines", string.Join(", ", standing)) : null;
    }

    private Document Store(BillingDb db, CreateDocumentRequest request, AskedDocument asked)
    {
        var (merchant, invoice) = (asked.Subject.Merchant, asked.Invoice);
        var now = clock.NowOf(merchant);
        var draft = new DocumentDraft
        {
            Kind = request.Kind,
            AddresseeId = asked.Subject.Addressee.Id,
            Format = request.Format,
            Locale = invoice.Locale,
            Email = asked.Subject.Parties.Buyer.Email ?? "",
            TotalMinor = asked.TotalMinor,
            DueAt = asked.Subject.Calendar.StartOf(asked.Subject.Calendar.DateOf(now).AddDays(merchant.Settings.ActTermDays + 1)),
        };
        var document = Document.Plan(ids.New<Document>(), invoice, draft, now);
        db.Documents.Add(document);
        db.Outbox.Plan(IssueDocument.For(document, now));
        if (document.Kind == DocumentKind.Act)
        {
            db.ActLines.AddRange(asked.Lines.Select(line => ActLine.Claim(document, line)));
            db.Outbox.Plan(MarkActOverdue.For(document));
        }

        return document;
    }
}

/// <summary>A document that is asked for: what it is about, to whom it is made out, of which lines and of what money.</summary>
public sealed record AskedDocument(DocumentKind Kind, DocumentSubject Subject, Payment? Payment, IReadOnlySet<Id<InvoiceLine>> Lines, ActMoney Money)
{
    public Invoice Invoice => Subject.Invoice;

    /// <summary>Of an act the money that remains paid for its lines, of an invoice all of it, of a receipt what one payment has brought, or all.</summary>
    public long TotalMinor => Kind switch
    {
        DocumentKind.Act => PaidLines.GrossOf(Invoice, Money.Minor, Lines),
        DocumentKind.Invoice => Invoice.TotalMinor,
        _ => Payment?.AppliedMinor ?? Invoice.PaidMinor,
    };
}
