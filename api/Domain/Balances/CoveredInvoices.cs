using BillingHeadless.Domain.Invoices;

namespace BillingHeadless.Domain.Balances;

/// <summary>Open invoices that the customer can pay with what is available (D2): each whole, the earliest due first, as long as it lasts.</summary>
public static class CoveredInvoices
{
    public static IReadOnlyList<Invoice> Of(long available, IEnumerable<Invoice> open)
    {
        var covered = new List<Invoice>();
        foreach (var invoice in open.Where(invoice => invoice.DueMinor > 0).OrderBy(invoice => invoice.DueAt).ThenBy(invoice => invoice.Id))
        {
            if (invoice.DueMinor <= available)
            {
                covered.Add(invoice);
                available -= invoice.DueMinor;
            }
        }

        return covered;
    }
}
