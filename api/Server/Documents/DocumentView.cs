using System.Text.Json.Serialization;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Documents;

/// <summary>An act, an invoice for payment or a receipt.</summary>
public sealed record DocumentView : IVersionedView
{
    public required string Id { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>What an act does to an earlier one.</summary>
    public required DocumentVariant Variant { get; init; }

    /// <summary>Of a cancellation or a correction: the document that it is about.</summary>
    public string? Replaces { get; init; }

    public required DocumentStatus Status { get; init; }

    /// <summary>Year and number; null while it waits to be issued.</summary>
    public string? Number { get; init; }

    public required string InvoiceId { get; init; }

    /// <summary>To whom it is made out: the buyer, or the addressee that was named.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The money that it is about.</summary>
    public required MoneyBody Total { get; init; }

    /// <summary>Of its file.</summary>
    public required string Format { get; init; }

    public required string Locale { get; init; }

    /// <summary>To whom it is sent.</summary>
    public required string Email { get; init; }

    /// <summary>Why it cannot be issued now; it is tried every day, and when settings or templates change.</summary>
    public string? Waits { get; init; }

    /// <summary>The date on it, in the merchant's time zone.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The midnight from which an act that has not been sent is overdue.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static DocumentView Of(Document document) => new()
    {
        Id = document.Id.Value,
        Kind = document.Kind,
        Variant = document.Variant,
        Replaces = document.Replaces?.Value,
        Status = document.Status,
        Number = document.IsNumbered ? document.NumberText : null,
        InvoiceId = document.InvoiceId.Value,
        CustomerId = document.CustomerId.Value,
        Total = MoneyBody.Of(document.TotalMinor, document.Currency),
        Format = document.Format,
        Locale = document.Locale,
        Email = document.Email,
        Waits = document.Waits,
        IssuedOn = document.IssuedOn,
        DueAt = document.DueAt,
        SentAt = document.SentAt,
        CreatedAt = document.CreatedAt,
        Version = document.Version,
    };
}
