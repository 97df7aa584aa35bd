using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>
/// Ends an invoice that will not be paid, by cancelling or expiry, and its order with it. Not while a payment that began in
/// time is undecided; what partial payments had brought follows the surplus policy (rulings 3, 4).
/// </summary>
public sealed class InvoiceClosing(SurplusHandling surplus, PlanChangeReserve changes, UsageCollection usage, Clock clock)
{
    public async Task<Refusal?> Close(BillingDb db, Invoice invoice, InvoiceStatus status, string eventType, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        if (!invoice.CanBecome(status))
        {
            return InvoiceRefusals.NotOpen;
        }

        var payments = await db.Payments.Where(payment => payment.InvoiceId == invoice.Id).ToListAsync(cancel);
        if (payments.Any(payment => payment.IsUndecided))
        {
            return InvoiceRefusals.PaymentUndecided;
        }

        if (status == InvoiceStatus.Cancelled && now >= invoice.DueAt)
        {
            // Its last day is over: it expires, though the job may not have said so yet.
            return InvoiceRefusals.NotOpen;
        }

        if (status == InvoiceStatus.Cancelled)
        {
            invoice.Cancel(now);
        }
        else
        {
            invoice.Expire(now);
        }

        db.Outbox.Announce(new EventDraft(eventType, now, () => InvoiceEvent.Of(invoice)));
        await ServiceFulfilment.Free(db, invoice, cancel);
        await CancelOrder(db, invoice, now, cancel);
        await ReleasePayments(db, merchant, invoice, payments, now, cancel);
        await FollowUp(db, merchant, invoice, now, cancel);
        return null;
    }

    /// <summary>A tariff change is off; usage stays due, unless the merchant waives it by cancelling.</summary>
    private async Task FollowUp(BillingDb db, Merchant merchant, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        switch (invoice)
        {
            case { Purpose: InvoicePurpose.PlanChange }:
                await changes.Abandon(db, invoice, now, cancel);
                break;
            case { Purpose: InvoicePurpose.Usage, Status: InvoiceStatus.Expired }:
                await usage.CollectAgain(db, merchant, invoice, now, cancel);
                break;
        }
    }

    private static async Task CancelOrder(BillingDb db, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        var order = invoice.OrderId is { } id ? await db.Orders.SingleAsync(row => row.Id == id, cancel) : null;
        if (order?.CanBecome(OrderStatus.Cancelled) == true)
        {
            order.Cancel();
            db.Outbox.Announce(new EventDraft(EventTypes.OrderCancelled, now, () => OrderEvent.Of(order, invoice)));
        }
    }

    private async Task ReleasePayments(
        BillingDb db, Merchant merchant, Invoice invoice, List<Payment> payments, DateTimeOffset now, CancellationToken cancel)
    {
        invoice.GiveUpPaid();
        foreach (var payment in payments.Where(payment => payment.AppliedMinor > 0))
        {
            await surplus.Release(db, merchant, payment, now, cancel);
        }
    }
}
