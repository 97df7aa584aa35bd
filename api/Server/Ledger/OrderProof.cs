using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>An order is paid when its invoice was settled, and refunded when all of it went back.</summary>
public static class OrderProof
{
    public static async Task<ProofCheck> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        await foreach (var order in db.Orders.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!facts.IsDoubtful(order.InvoiceId.Value))
            {
                findings.AddIf(!Holds(order.Status, facts.Invoices.GetValueOrDefault(order.InvoiceId.Value) ?? new InvoiceMoney()), order.Id.Value);
            }
        }

        return findings.Check("orders", count);
    }

    private static bool Holds(OrderStatus status, InvoiceMoney money) => status switch
    {
        OrderStatus.Paid => money.Settled > 0 && money.Refunded < money.Settled,
        OrderStatus.Refunded => money.Settled > 0 && money.Refunded == money.Settled,
        _ => money.Settled == 0,
    };
}
