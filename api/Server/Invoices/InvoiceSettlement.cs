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
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Invoices;

/// <summary>What becomes of an invoice that is paid in full, whatever paid the last of it: income, or the customer's balance.</summary>
public sealed class InvoiceSettlement(Books books, SaleSettlement sales)
{
    public async Task Settle(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        db.Outbox.Announce(new EventDraft(EventTypes.InvoicePaid, now, () => InvoiceEvent.Of(invoice)));
        if (invoice.Purpose == InvoicePurpose.TopUp)
        {
            await TopUp(db, merchant, invoice, payment, now, cancel);
        }
        else
        {
            await sales.Settle(db, merchant, invoice, payment, now, cancel);
        }
    }

    /// <summary>The bonus is for what is paid ahead: a debt at this moment is not (ruling 33).</summary>
    private async Task TopUp(BillingDb db, Merchant merchant, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, invoice.CustomerId, invoice.Currency, cancel);
        invoice.Reward(BonusTiers.Of(merchant, invoice.Total, funds.Debt));
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
