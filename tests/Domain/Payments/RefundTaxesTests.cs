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

    [Fact]
    public void Unit_by_unit_the_taxes_of_all_groups_together_are_never_more_than_goes_back()
    {
        for (var price = 1; price <= 40; price++)
        {
            var samples = new Samples(price);
            var invoice = samples.Invoice(
                samples.Item(price, taxRate: 2_000, kind: ProductKind.Service),
                samples.Item(price, taxRate: 2_100, kind: ProductKind.Service),
                samples.Item(price, taxRate: 2_200, kind: ProductKind.Service));
            var payment = samples.Payment(invoice);
            var refunds = new List<Refund>();
            for (var left = invoice.TotalMinor; left > 0; left--)
            {
                refunds.Add(samples.Refund(payment, invoice, refunds, 1));
                Assert.InRange(refunds[^1].Taxes.Sum(part => part.Minor), 0, 1);
            }

            Assert.Equal(invoice.Lines.Sum(line => line.TaxMinor), refunds.SelectMany(refund => refund.Taxes).Sum(part => part.Minor));
        }
    }
}
