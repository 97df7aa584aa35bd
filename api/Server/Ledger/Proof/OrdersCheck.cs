using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class OrdersCheck : IInvoiceCheck
{
    public string Name => "orders";

    public string Claim => "Each order shares the fate of its invoice.";

    /// <summary>That an order is missing is seen by the numbers of orders.</summary>
    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        if (file.Order is { } order)
        {
            findings.Judge(order.Id.Value, file.IsDoubtful || (order.InvoiceId == file.Invoice.Id && order.Status == FateOf(file.Invoice.Status)));
        }
    }

    private static OrderStatus FateOf(InvoiceStatus invoice) => invoice switch
    {
        InvoiceStatus.Open => OrderStatus.Pending,
        InvoiceStatus.Paid => OrderStatus.Paid,
        InvoiceStatus.Refunded => OrderStatus.Refunded,
        _ => OrderStatus.Cancelled,
    };
}
