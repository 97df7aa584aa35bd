using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>
/// Freezes what a document says and takes its number, in one commit: from then on neither changes, whatever becomes of
/// settings, customer and plugin (rulings 14, 28).
/// </summary>
public sealed class DocumentFreezing(ShippedTemplates templates, Clock clock)
{
    /// <summary>Freezes it, or lets it wait for requisites. True when its file can be made.</summary>
    public async Task<bool> Freeze(BillingDb db, Document document, CancellationToken cancel)
    {
        if (document.Status == DocumentStatus.Dropped)
        {
            return false;
        }

        if (document.IsNumbered)
        {
            return true;
        }

        var subject = await DocumentSubject.Read(db, document.InvoiceId, document.CustomerId, cancel);
        var parties = subject.Parties;
        if (document.Kind != DocumentKind.Receipt && parties.Missing.Count > 0)
        {
            Wait(db, document, parties.Sentence, clock.NowOf(subject.Merchant));
            return false;
        }

        await Freeze(db, document, subject, cancel);
        return true;
    }

    /// <summary>Says once why a document cannot be issued now.</summary>
    public static void Wait(BillingDb db, Document document, string reason, DateTimeOffset now)
    {
        if (document.Waits == reason)
        {
            return;
        }

        document.Wait(reason);
        if (document.Kind == DocumentKind.Act)
        {
            db.Outbox.Announce(new EventDraft(EventTypes.ActWaiting, now, () => DocumentEvent.Of(document)));
        }
    }

    private async Task Freeze(BillingDb db, Document document, DocumentSubject subject, CancellationToken cancel)
    {
        var invoice = subject.Invoice;
        var replaced = document.Replaces is { } id ? await db.Documents.SingleAsync(row => row.Id == id, cancel) : null;
        var facts = new DocumentFacts
        {
            Seller = subject.Parties.Seller,
            Buyer = subject.Parties.Buyer,
            Lines = LinesOf(document, subject, replaced, await MoneyOf(db, document, subject.Invoice, cancel)),
            BasisNumber = invoice.NumberText,
            BasisDate = invoice.IssuedOn,
            Agreements = await AgreementsOf(db, subject.Order, LanguageCode.Parse(document.Locale), cancel),
            Signatory = subject.Merchant.Settings.Signatory,
            Replaces = replaced is null ? null : new ReplacedDocument(replaced.NumberText, replaced.IssuedOn!.Value),
            PayUntil = document.Kind == DocumentKind.Invoice ? subject.Calendar.DateOf(invoice.DueAt).AddDays(-1) : null,
        };
        if (document.Kind == DocumentKind.Invoice)
        {
            document.Freeze(facts, invoice.IssuedOn);
            document.TakeNumber(invoice.Number);
            return;
        }

        var today = subject.Calendar.DateOf(clock.NowOf(subject.Merchant));
        document.Freeze(facts, today);
        db.Outbox.Number(CounterRow.Documents(DocumentNames.Of(document.Kind), today.Year), document.TakeNumber);
    }

    private static async Task<string?> AgreementsOf(BillingDb db, Order? order, LanguageCode language, CancellationToken cancel)
    {
        var agreements = order is null ? [] : await db.Consents
            .Where(consent => consent.OrderId == order.Id)
            .Join(db.Agreements, consent => consent.AgreementId, agreement => agreement.Id, (consent, agreement) => agreement)
            .OrderBy(agreement => agreement.Id)
            .ToListAsync(cancel);
        return agreements.Count == 0 ? null : string.Join("; ", agreements.Select(agreement => agreement.TitleIn(language.Code)));
    }

    /// <summary>A cancellation repeats what it cancels; all else says what the money is for.</summary>
    private List<DocumentFactLine> LinesOf(Document document, DocumentSubject subject, Document? replaced, IEnumerable<PaidLine> paid) =>
        document.Variant == DocumentVariant.Cancellation
            ? [.. replaced!.Facts!.Lines]
            : [.. paid.Select(line => Describe(line, document, subject.Order))];

    /// <summary>An act is about what remains of the lines that stand in it, all else about its whole sum.</summary>
    private static async Task<IEnumerable<PaidLine>> MoneyOf(BillingDb db, Document document, Invoice invoice, CancellationToken cancel)
    {
        if (document.Kind != DocumentKind.Act)
        {
            return PaidLines.Of(invoice, document.TotalMinor);
        }

        var refunds = await db.Refunds
            .Where(refund => refund.InvoiceId == invoice.Id && refund.Source == RefundSource.Invoice && refund.Status == RefundStatus.Succeeded)
            .ToListAsync(cancel);

        // An act that has just been planned holds its lines in this commit only.
        await db.ActLines.Where(line => line.DocumentId == document.Id).LoadAsync(cancel);
        var own = db.ActLines.Local.Where(line => line.DocumentId == document.Id).Select(line => line.InvoiceLineId).ToHashSet();
        return PaidLines.Remaining(invoice, refunds, (await ActMoney.Read(db, invoice, cancel)).BonusMinor).Where(paid => own.Contains(paid.Line.Id));
    }

    private DocumentFactLine Describe(PaidLine paid, Document document, Order? order)
    {
        var language = LanguageCode.Parse(document.Locale);
        var line = paid.Line;
        List<string> words = [line.ProductName, line.PlanName];
        if (line.Months > 0 && order?.Portal is { } portal)
        {
            words.Add(templates.Texts(TemplateName.Documents, language).Text("lines.portal", ("portal", portal)));
        }

        if (line.Months > 0)
        {
            words.Add(PeriodText.Term(line.Months, language));
        }

        return new DocumentFactLine(
            line.Id.Value, string.Join(", ", words), line.Months, line.Quantity, paid.NetMinor, paid.TaxMinor, paid.GrossMinor, line.TaxCategory, line.TaxRateBasisPoints);
    }
}

/// <summary>What a document is about and between whom.</summary>
public sealed record DocumentSubject(Merchant Merchant, Invoice Invoice, Order? Order, Customer Addressee, DocumentParties Parties)
{
    public Calendar Calendar => Merchant.Calendar();

    /// <param name="db">Within the merchant.</param>
    /// <param name="id">The invoice that it is about.</param>
    /// <param name="addresseeId">To whom it is made out; what the order says of its buyer is of no other.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public static async Task<DocumentSubject> Read(BillingDb db, Id<Invoice> id, Id<Customer> addresseeId, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == id, cancel);
        var order = invoice.OrderId is { } orderId ? await db.Orders.SingleAsync(row => row.Id == orderId, cancel) : null;
        var addressee = await db.Customers.SingleAsync(row => row.Id == addresseeId, cancel);
        var contact = addressee.Id == invoice.CustomerId ? order?.Contact : null;
        return new DocumentSubject(merchant, invoice, order, addressee, DocumentParties.Of(merchant, addressee, contact));
    }
}
