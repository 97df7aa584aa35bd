using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>What an invoice was paid with: how much of it was money, and how much bonus.</summary>
public static class PaidFunds
{
    /// <param name="db">The write.</param>
    /// <param name="invoice">What was paid.</param>
    /// <param name="last">The payment that settles it, which need not be written yet.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<FundsPart> For(BillingDb db, Invoice invoice, Payment last, CancellationToken cancel)
    {
        var earlier = await db.Payments.Where(row => row.InvoiceId == invoice.Id && row.Id != last.Id).ToListAsync(cancel);
        return earlier.Append(last).Aggregate(FundsPart.Nothing, (sum, payment) => sum + payment.Applied);
    }
}
