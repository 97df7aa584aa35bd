using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Payments;

public sealed class RefundTaxesTests
{
    [Fact]
    public void Refunding_all_of_an_invoice_in_any_parts_takes_back_exactly_its_tax_group_by_group()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var samples = new Samples(i);
            var invoice = samples.Invoice(
                samples.Item(random.NextInt64(1, 100_000), taxRate: 2_000, kind: ProductKind.Service),
                samples.Item(random.NextInt64(1, 100_000), taxRate: 700, kind: ProductKind.Service),
                samples.Item(random.NextInt64(1, 100_000), taxRate: 0, kind: ProductKind.Service));
            var payment = samples.Payment(invoice);
            var refunds = new List<Refund>();
            for (var left = invoice.TotalMinor; left > 0;)
            {
                var amount = Math.Min(random.NextInt64(1, invoice.TotalMinor + 1), left);
                refunds.Add(samples.Refund(payment, invoice, refunds, amount));
                left -= amount;
            }

            foreach (var group in invoice.Lines.GroupBy(line => line.TaxRateBasisPoints))
            {
                Assert.Equal(
                    group.Sum(line => line.TaxMinor),
                    refunds.SelectMany(refund => refund.Taxes).Where(part => part.RateBasisPoints == group.Key).Sum(part => part.Minor));
            }
        }
    }
}
