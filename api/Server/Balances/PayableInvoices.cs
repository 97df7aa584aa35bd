using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Balances;

/// <summary>What a paid top-up can pay (D2).</summary>
public static class PayableInvoices
{
    public static async Task<IReadOnlyList<Invoice>> Of(BillingDb db, Invoice topUp, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.Invoices
            .Where(row => row.CustomerId == topUp.CustomerId && row.Currency == topUp.Currency && row.Status == InvoiceStatus.Open)
            .Where(row => row.Purpose != InvoicePurpose.TopUp && row.DueAt > now)
            .OrderBy(row => row.DueAt)
            .Take(Limits.PayableInvoices)
            .ToListAsync(cancel);
        var funds = await CustomerFunds.Read(db, topUp.CustomerId, topUp.Currency, cancel);
        return CoveredInvoices.Of(funds.Available, open);
    }
}
