using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Orders;

/// <summary>What events say of an order.</summary>
public sealed record OrderEvent(string OrderId, string Number, OrderStatus Status, string InvoiceId, string CustomerId, MoneyBody Total, string? Portal)
{
    public static OrderEvent Of(Order order, Invoice invoice) => new(
        order.Id.Value, $"{order.Number}", order.Status, invoice.Id.Value, order.CustomerId.Value, MoneyBody.Of(invoice.Total), order.Portal);
}
