using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Sends an invoice that came by itself as a paper for a bank transfer, with its codes for banking apps (B3, B6).</summary>
public sealed class AutomaticInvoices(IdSource ids, Clock clock)
{
    /// <summary>False when no transfer is taken, somebody's requisites are not complete, or nobody's e-mail is known: then there is no paper.</summary>
    public async Task<bool> Send(BillingDb db, Merchant merchant, Invoice invoice, CancellationToken cancel)
    {
        var customer = await db.Customers.SingleAsync(row => row.Id == invoice.CustomerId, cancel);
        if (customer.Email is not { Length: > 0 } email
            || DocumentParties.Of(merchant, customer, contact: null).Missing.Count > 0
            || !await db.GatewaySettings.AnyAsync(row => row.Gateway == BankReceipt.Gateway && row.Enabled, cancel))
        {
            return false;
        }

        var now = clock.NowOf(merchant);
        var draft = new DocumentDraft
        {
            Kind = DocumentKind.Invoice,
            Locale = invoice.Locale,
            Email = email,
            TotalMinor = invoice.TotalMinor,
            DueAt = invoice.DueAt,
        };
        var document = Document.Plan(ids.New<Document>(), invoice, draft, now);
        db.Documents.Add(document);
        db.Outbox.Plan(IssueDocument.AndSend(document, now));
        return true;
    }
}
