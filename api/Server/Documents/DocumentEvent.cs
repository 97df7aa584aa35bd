using BillingHeadless.Domain.Documents;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Documents;

/// <summary>What events say of a document.</summary>
public sealed record DocumentEvent(
    string DocumentId, DocumentKind Kind, DocumentVariant Variant, DocumentStatus Status, string? Number, string InvoiceId, string CustomerId, MoneyBody Total, string? Waits)
{
    public static DocumentEvent Of(Document document) => new(
        document.Id.Value,
        document.Kind,
        document.Variant,
        document.Status,
        document.IsNumbered ? document.NumberText : null,
        document.InvoiceId.Value,
        document.CustomerId.Value,
        MoneyBody.Of(document.TotalMinor, document.Currency),
        document.Waits);
}
