using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>Pays an invoice from the balance or bonus of the customer for whom the visitor acts (D4).</summary>
public sealed class FundsByForm(BalancePayment balances, IWriter writer)
{
    /// <summary>The method that a form names, or null when it names none of the customer's own funds.</summary>
    public static PaymentMethod? MethodOf(string name) => new[] { PaymentMethod.Balance, PaymentMethod.Bonus }
        .Where(method => OutcomeNames.Of(method) == name)
        .Select(method => (PaymentMethod?)method)
        .SingleOrDefault();

    public async Task<Result<Payment>> Pay(Visit visit, PaidInvoice found, PaymentMethod method, CancellationToken cancel) =>
        visit.Visitor?.ActsFor(found.Invoice.CustomerId) is true
            ? await writer.Write(
                found.Merchant.Id,
                Turn.Of(found.Invoice.Id),
                async (db, token) =>
                {
                    var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == found.Invoice.Id, token);
                    var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
                    return await balances.Pay(db, merchant, invoice, new FundsWish(method, invoice.CustomerId, AmountMinor: null), token);
                },
                cancel)
            : PaymentRefusals.MethodNotAvailable;
}
