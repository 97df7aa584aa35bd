using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Documents;

namespace BillingHeadless.Domain.Documents;

/// <summary>An act, an invoice for payment or a receipt. Once issued its facts and its file never change (rulings 14, 28).</summary>
public sealed class Document : IEntity, IOwned, IVersioned
{
    private static readonly Transitions<DocumentStatus> Moves = new(
        (DocumentStatus.Due, DocumentStatus.Issued),
        (DocumentStatus.Due, DocumentStatus.Overdue),
        (DocumentStatus.Due, DocumentStatus.Dropped),
        (DocumentStatus.Issued, DocumentStatus.Sent),
        (DocumentStatus.Issued, DocumentStatus.Overdue),
        (DocumentStatus.Overdue, DocumentStatus.Issued),
        (DocumentStatus.Overdue, DocumentStatus.Sent),
        (DocumentStatus.Overdue, DocumentStatus.Dropped));

    private Document()
    {
    }

    public static string IdPrefix => "doc";

    public Id<Document> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>What it does to an earlier document.</summary>
    public DocumentVariant Variant { get; private set; }

    public Id<Document>? Replaces { get; private set; }

    public DocumentStatus Status { get; private set; }

    /// <summary>0 until its facts are frozen; then gap-free within merchant, kind and year.</summary>
    public long Number { get; private set; }

    public int NumberYear { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    /// <summary>To whom it is made out: the buyer, or whom it was asked for.</summary>
    public Id<Customer> CustomerId { get; private set; }

    public string Locale { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Of its file: <c>pdf</c>, <c>html</c>, or what else a generator makes.</summary>
    public string Format { get; private set; } = "";

    public Currency Currency { get; private set; }

    /// <summary>The money that it is about; what has been refunded before it was issued is not in it.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>Frozen at issue: parties, lines, taxes.</summary>
    public DocumentFacts? Facts { get; private set; }

    /// <summary>Why it cannot be issued now, in a sentence for the merchant.</summary>
    public string? Waits { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The midnight from which it is overdue.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public long Version { get; private set; }

    public string NumberText => $"{NumberYear}-{Number:D6}";

    /// <summary>Whether its number is taken: from then on it is issued, come what may.</summary>
    public bool IsNumbered => Number > 0;

    public static Document Plan(Id<Document> id, Invoice invoice, DocumentDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = invoice.MerchantId,
        Kind = draft.Kind,
        Variant = draft.Variant,
        Replaces = draft.Replaces,
        InvoiceId = invoice.Id,
        CustomerId = draft.AddresseeId ?? invoice.CustomerId,
        Locale = draft.Locale,
        Email = draft.Email,
        Format = draft.Format,
        Currency = invoice.Currency,
        TotalMinor = draft.TotalMinor,
        CreatedAt = now,
        DueAt = draft.DueAt,
    };

    /// <summary>Freezes what it says; the number is taken with the commit.</summary>
    public void Freeze(DocumentFacts facts, DateOnly issuedOn)
    {
        Facts = facts;
        TotalMinor = facts.Lines.Sum(line => line.GrossMinor);
        IssuedOn = issuedOn;
        NumberYear = issuedOn.Year;
        Waits = null;
    }

    public void TakeNumber(long number) => Number = number;

    public void Wait(string reason) => Waits = reason;

    public void Reduce(long totalMinor) => TotalMinor = totalMinor;

    /// <summary>The rest of the money went back before this correction was issued: it cancels instead.</summary>
    public void CancelInstead()
    {
        Variant = DocumentVariant.Cancellation;
        TotalMinor = 0;
    }

    public void Issue()
    {
        Status = Status == DocumentStatus.Issued ? Status : Moves.Move(Status, DocumentStatus.Issued);
        Waits = null;
    }

    public void Send(DateTimeOffset now)
    {
        Status = Status == DocumentStatus.Sent ? Status : Moves.Move(Status, DocumentStatus.Sent);
        SentAt ??= now;
    }

    public bool CanBecome(DocumentStatus status) => Moves.Allow(Status, status);

    public void BecomeOverdue() => Status = Moves.Move(Status, DocumentStatus.Overdue);

    /// <summary>Its money went back before it was issued: it will not be.</summary>
    public void Drop() => Status = Moves.Move(Status, DocumentStatus.Dropped);
}

public enum DocumentStatus
{
    Due,
    Issued,
    Sent,
    Overdue,

    /// <summary>Not needed any more and never issued.</summary>
    Dropped,
}

public enum DocumentVariant
{
    Original,

    /// <summary>Takes back an issued document whose money went back whole.</summary>
    Cancellation,

    /// <summary>Says what remains of an issued document whose money went back in part.</summary>
    Correction,
}

/// <summary>What a document is planned with.</summary>
public sealed record DocumentDraft
{
    public required DocumentKind Kind { get; init; }

    public DocumentVariant Variant { get; init; }

    public Id<Document>? Replaces { get; init; }

    /// <summary>To whom it is made out; the buyer when left out.</summary>
    public Id<Customer>? AddresseeId { get; init; }

    public required string Locale { get; init; }

    public required string Email { get; init; }

    public string Format { get; init; } = DocumentFormats.Pdf;

    public required long TotalMinor { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}

/// <summary>What an issued document says; names as they were.</summary>
public sealed record DocumentFacts
{
    public required DocumentParty Seller { get; init; }

    public required DocumentParty Buyer { get; init; }

    public required IReadOnlyList<DocumentFactLine> Lines { get; init; }

    /// <summary>What it rests on: the invoice's number and date.</summary>
    public required string BasisNumber { get; init; }

    public required DateOnly BasisDate { get; init; }

    /// <summary>The titles of the agreements that the buyer has accepted.</summary>
    public string? Agreements { get; init; }

    /// <summary>Who signs for the seller.</summary>
    public Signatory? Signatory { get; init; }

    /// <summary>Of a cancellation or a correction: the document that it is about.</summary>
    public ReplacedDocument? Replaces { get; init; }

    /// <summary>Of an invoice: the last day on which it can be paid.</summary>
    public DateOnly? PayUntil { get; init; }
}

public sealed record ReplacedDocument(string Number, DateOnly IssuedOn);

public static class DocumentFormats
{
    public const string Pdf = "pdf";

    /// <summary>The rendered template itself.</summary>
    public const string Html = "html";
}

public sealed record DocumentFactLine(
    string InvoiceLineId, string Name, int Months, long Quantity, long NetMinor, long TaxMinor, long GrossMinor, string TaxCategory, int TaxRateBasisPoints);
