using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>A sale is paid: it is income, and what was bought is given, in the same commit.</summary>
public sealed class SaleSettlement(Books books, ServiceFulfilment services, LicenceFulfilment licences, ActPlanning acts)
{
    public async Task Settle(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        var cause = new EntryCause(EntryKind.InvoiceSettled, invoice.Id.Value) { InvoiceId = invoice.Id, PaymentId = payment.Id };
        await books.Book(db, cause, now, Bookings.InvoiceSettled(invoice), cancel);
        await services.Fulfil(db, merchant, invoice, payment, now, cancel);
        var order = invoice.OrderId is { } id ? await db.Orders.SingleAsync(row => row.Id == id, cancel) : null;
        if (order is null)
        {
            return;
        }

        order.Pay(now);
        db.Outbox.Announce(new EventDraft(EventTypes.OrderPaid, now, () => OrderEvent.Of(order, invoice)));
        await licences.Fulfil(db, merchant, order, invoice, now, cancel);
        await acts.PlanFor(db, merchant, order, invoice, payment, now, cancel);
        db.Outbox.Plan(OrderPaidMail.For(order));
    }
}
