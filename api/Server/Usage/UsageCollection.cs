using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>Takes a month's charge from the balance, below zero where the merchant allows that, or asks for it by an invoice (C3).</summary>
public sealed class UsageCollection(Books books, InvoiceIssuing invoices)
{
    public async Task Collect(BillingDb db, Merchant merchant, UsageCharge charge, Plan plan, DateTimeOffset now, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, charge.CustomerId, charge.Currency, cancel);
        if (MonthClose.WayOf(charge.AmountMinor, funds, merchant.Settings.BalanceBelowZero) == ChargeWay.Invoice)
        {
            charge.AskBy((await Ask(db, merchant, charge, plan, cancel)).Id);
            return;
        }

        charge.TakeFrom(charge.AmountMinor > 0 ? funds.Charge(charge.AmountMinor) : new FundsPart(charge.AmountMinor, 0));
        if (charge.AmountMinor != 0)
        {
            var cause = new EntryCause(EntryKind.UsageCharged, charge.Id.Value);
            await books.Book(db, cause, now, CustomerBookings.UsageCharged(charge), cancel, _ => OperationParts.Charged(charge));
        }
    }

    /// <summary>Its invoice has expired: what was used stays due, and is asked for again.</summary>
    public async Task CollectAgain(BillingDb db, Merchant merchant, Invoice expired, DateTimeOffset now, CancellationToken cancel)
    {
        var charge = await db.UsageCharges.SingleAsync(row => row.InvoiceId == expired.Id, cancel);
        var service = await db.Subscriptions.SingleAsync(row => row.Id == charge.SubscriptionId, cancel);
        await Collect(db, merchant, charge, await db.Plans.SingleAsync(row => row.Id == service.PlanId, cancel), now, cancel);
    }

    private async Task<Invoice> Ask(BillingDb db, Merchant merchant, UsageCharge charge, Plan plan, CancellationToken cancel)
    {
        var customer = await db.Customers.SingleAsync(row => row.Id == charge.CustomerId, cancel);
        var draft = new InvoiceDraft(merchant.Id, customer.Id, InvoicePurpose.Usage, customer.Locale);
        return invoices.Issue(db, merchant, draft, UsageQuote.Of(charge, plan.NameIn(customer.Locale), customer.Locale));
    }
}
