using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Invoices;

/// <summary>Issues an invoice that no order asks for: numbered, announced, and expiring by itself.</summary>
public sealed class InvoiceIssuing(IdSource ids, Clock clock)
{
    public Invoice Issue(BillingDb db, Merchant merchant, InvoiceDraft draft, Quote quote)
    {
        var now = clock.NowOf(merchant);
        var invoice = Invoice.Issue(ids.New<Invoice>(), draft, quote, ids, merchant.Calendar(), merchant.Settings.InvoiceValidityDays, now);
        db.Invoices.Add(invoice);
        db.Outbox.Number(CounterRow.Invoices(invoice.NumberYear), invoice.TakeNumber);
        db.Outbox.Announce(new EventDraft(EventTypes.InvoiceCreated, now, () => InvoiceEvent.Of(invoice)));
        db.Outbox.Plan(ExpireInvoice.For(invoice));
        return invoice;
    }
}
