using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>
/// What the acts of a settled invoice are about: the money that was paid for it less refunds (ruling 28). What bonuses paid for
/// yields none (B5).
/// </summary>
/// <param name="Minor">The money that remains, in minor units.</param>
/// <param name="BonusMinor">Bonus that paid for it and has not gone back.</param>
/// <param name="PayerId">Whose account paid first; the acts are made out to it unless somebody else is named (B7).</param>
public sealed record ActMoney(long Minor, long BonusMinor, Id<Customer> PayerId)
{
    public static async Task<ActMoney> Read(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        // What this very commit pays or returns is in the context alone.
        await db.Payments.Where(row => row.InvoiceId == invoice.Id && row.Status == PaymentStatus.Succeeded).LoadAsync(cancel);
        await db.Refunds.Where(row => row.InvoiceId == invoice.Id && row.Status == RefundStatus.Succeeded && row.BonusMinor > 0).LoadAsync(cancel);
        var paid = db.Payments.Local.Where(row => row.InvoiceId == invoice.Id && row.Status == PaymentStatus.Succeeded).ToList();
        var returned = db.Refunds.Local.Where(row => row.InvoiceId == invoice.Id && row is { Status: RefundStatus.Succeeded, Source: RefundSource.Invoice });
        var bonus = paid.Sum(row => row.BonusMinor) - returned.Sum(row => row.BonusMinor);
        var payer = paid.Where(row => row.AppliedMinor > row.BonusMinor).MinBy(row => row.Id.Value)?.PayerId;
        return new ActMoney(invoice.TotalMinor - invoice.RefundedMinor - bonus, bonus, payer ?? invoice.CustomerId);
    }

    /// <summary>The same at the moment when a payment settles it: most invoices are paid by one.</summary>
    public static async Task<ActMoney> Read(BillingDb db, Invoice invoice, Payment last, CancellationToken cancel) => last.AppliedMinor == invoice.TotalMinor
        ? new ActMoney(last.AppliedMinor - last.BonusMinor, last.BonusMinor, last.PayerId)
        : await Read(db, invoice, cancel);
}
