using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>Nothing is left of a paid invoice, by refunds or by a refund and the credit of a tariff change: its order is refunded with it.</summary>
public static class WholeRefund
{
    public static async Task Tell(BillingDb db, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        db.Outbox.Announce(new EventDraft(EventTypes.InvoiceRefunded, now, () => InvoiceEvent.Of(invoice)));
        if (invoice.OrderId is { } id && await db.Orders.SingleAsync(row => row.Id == id, cancel) is var order && order.CanBecome(OrderStatus.Refunded))
        {
            order.Refund();
            db.Outbox.Announce(new EventDraft(EventTypes.OrderRefunded, now, () => OrderEvent.Of(order, invoice)));
        }
    }
}
