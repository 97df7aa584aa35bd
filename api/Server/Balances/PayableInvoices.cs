using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Balances;

/// <summary>Open invoices that a customer's balance covers, the earliest due first: what is offered after a top-up (D2).</summary>
public static class PayableInvoices
{
    public static async Task<IReadOnlyList<Invoice>> Of(BillingDb db, Id<Customer> customer, Currency currency, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.Invoices
            .Where(row => row.CustomerId == customer && row.Currency == currency && row.Status == InvoiceStatus.Open)
            .Where(row => row.Purpose != InvoicePurpose.TopUp && row.DueAt > now)
            .OrderBy(row => row.DueAt)
            .Take(Limits.PayableInvoices)
            .ToListAsync(cancel);
        var funds = await CustomerFunds.Read(db, customer, currency, cancel);
        return CoveredInvoices.Of(funds.Available, open);
    }
}
