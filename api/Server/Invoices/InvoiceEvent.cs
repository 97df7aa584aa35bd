using BillingHeadless.Domain.Invoices;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Invoices;

/// <summary>What events say of an invoice.</summary>
public sealed record InvoiceEvent(
    string InvoiceId, string Number, InvoiceStatus Status, string? OrderId, string CustomerId, MoneyBody Total, MoneyBody Paid, MoneyBody Due)
{
    public static InvoiceEvent Of(Invoice invoice) => new(
        invoice.Id.Value,
        invoice.NumberText,
        invoice.Status,
        invoice.OrderId?.Value,
        invoice.CustomerId.Value,
        MoneyBody.Of(invoice.Total),
        MoneyBody.Of(invoice.PaidMinor, invoice.Currency),
        MoneyBody.Of(invoice.Due));
}
