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
using BillingHeadless.Server.Payments;
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
                await TopUp(db, invoice, payment, CustomerBookings.ToppedUp(invoice, invoice.BonusMinor), new FundsPart(invoice.TotalMinor, invoice.BonusMinor), now, cancel);
                break;
            case InvoicePurpose.PlanChange:
                await Change(db, merchant, invoice, payment, now, cancel);
                break;
            default:
                await sales.Settle(db, merchant, invoice, payment, now, cancel);
                break;
        }
    }

    /// <summary>What was missing for a tariff change is there, bonus as bonus: it happens on the day of payment (ruling 38).</summary>
    private async Task Change(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        var brought = await PaidFunds.For(db, invoice, payment, cancel);
        await TopUp(db, invoice, payment, CustomerBookings.Brought(invoice, brought), brought, now, cancel);
        await ServiceFulfilment.Free(db, invoice, cancel);
        var change = await db.PlanChanges.SingleAsync(row => row.InvoiceId == invoice.Id, cancel);
        await changes.Execute(db, merchant, change, change.Reserved + brought, now, cancel);
    }

    /// <summary>The bonus is for what is paid ahead: a debt at this moment is not (ruling 33).</summary>
    private static async Task Reward(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, invoice.CustomerId, invoice.Currency, cancel);
        invoice.Reward(BonusTiers.Of(merchant, invoice.Total, funds.Debt));
    }

    private async Task TopUp(
        BillingDb db, Invoice invoice, Payment payment, IReadOnlyList<TransferDraft> transfers, FundsPart part, DateTimeOffset now, CancellationToken cancel)
    {
        var cause = new EntryCause(EntryKind.BalanceToppedUp, invoice.Id.Value) { InvoiceId = invoice.Id, PaymentId = payment.Id };
        await books.Book(db, cause, now, transfers, cancel, _ => OperationParts.ToppedUp(part.Money, part.Bonus));
        db.Outbox.Announce(new EventDraft(EventTypes.BalanceToppedUp, now, () => BalanceEvent.Of(invoice)));
    }
}
