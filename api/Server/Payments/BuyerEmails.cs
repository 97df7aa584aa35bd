using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Where a buyer gets the receipt: the address of the order, or the customer's.</summary>
public static class BuyerEmails
{
    public static async Task<string?> Of(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        var ofOrder = invoice.OrderId is { } id ? await db.Orders.Where(row => row.Id == id).Select(row => row.Email).SingleAsync(cancel) : null;
        return string.IsNullOrEmpty(ofOrder) ? await db.Customers.Where(row => row.Id == invoice.CustomerId).Select(row => row.Email).SingleAsync(cancel) : ofOrder;
    }

    public static async Task<string?> Of(BillingDb db, Payment payment, CancellationToken cancel) =>
        await Of(db, await db.Invoices.SingleAsync(row => row.Id == payment.InvoiceId, cancel), cancel);
}
