using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>What becomes of an invoice that is paid in full, whatever paid the last of it: income, or the customer's balance.</summary>
public sealed class InvoiceSettlement(Books books, SaleSettlement sales, PlanChangeExecution changes)
{
    public async Task Settle(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        db.Outbox.Announce(new EventDraft(EventTypes.InvoicePaid, now, () => InvoiceEvent.Of(invoice)));
        switch (invoice.Purpose)
        {
            case InvoicePurpose.TopUp:
                await Reward(db, merchant, invoice, cancel);
                await TopUp(db, invoice, payment, now, cancel);
                break;
            case InvoicePurpose.PlanChange:
                await TopUp(db, invoice, payment, now, cancel);
                await Change(db, merchant, invoice, now, cancel);
                break;
            default:
                await sales.Settle(db, merchant, invoice, payment, now, cancel);
                break;
        }
    }

    /// <summary>What was missing for a tariff change is there: it happens on the day of payment (ruling 38).</summary>
    private async Task Change(BillingDb db, Merchant merchant, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        await ServiceFulfilment.Free(db, invoice, cancel);
        var change = await db.PlanChanges.SingleAsync(row => row.InvoiceId == invoice.Id, cancel);
        await changes.Execute(db, merchant, change, change.Reserved, now, cancel);
    }

    /// <summary>The bonus is for what is paid ahead: a debt at this moment is not (ruling 33).</summary>
    private static async Task Reward(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, invoice.CustomerId, invoice.Currency, cancel);
        invoice.Reward(BonusTiers.Of(merchant, invoice.Total, funds.Debt));
    }

    private async Task TopUp(BillingDb db, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        await books.Book(
            db,
            new EntryCause(EntryKind.BalanceToppedUp, invoice.Id.Value) { InvoiceId = invoice.Id, PaymentId = payment.Id },
            now,
            CustomerBookings.ToppedUp(invoice, invoice.BonusMinor),
            cancel,
            _ => OperationParts.ToppedUp(invoice.TotalMinor, invoice.BonusMinor));
        db.Outbox.Announce(new EventDraft(EventTypes.BalanceToppedUp, now, () => BalanceEvent.Of(invoice)));
    }
}
