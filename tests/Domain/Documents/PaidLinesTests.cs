using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Documents;

/// <summary>Ruling 28: a line's amount is the money paid for it less refunds.</summary>
public sealed class PaidLinesTests
{
    private const int Draws = 500;

    [Fact]
    public void Without_a_refund_an_act_says_what_the_invoice_said()
    {
        var samples = new Samples();
        var invoice = samples.Invoice(Item(samples, 10_001, 2_000), Item(samples, 333, 2_000), Item(samples, 5_000, 0));

        var paid = PaidLines.Remaining(invoice, [], bonus: 0);

        Assert.Equal(invoice.Lines.Select(line => (line.GrossMinor, line.TaxMinor, line.NetMinor)), paid.Select(line => (line.GrossMinor, line.TaxMinor, line.NetMinor)));
    }

    [Fact]
    public void After_refunds_the_lines_add_up_to_what_remains_and_their_tax_to_what_remains_in_the_books()
    {
        var random = new Random(7);
        for (var seed = 0; seed < Draws; seed++)
        {
            var samples = new Samples(seed);
            var invoice = samples.Invoice(
                Item(samples, random.NextInt64(1, 100_000), 2_000), Item(samples, random.NextInt64(1, 100_000), 2_000), Item(samples, random.NextInt64(1, 100_000), 700));
            var refunds = Refund(samples, invoice, random);

            var paid = PaidLines.Remaining(invoice, refunds, bonus: 0);

            Assert.Equal(invoice.TotalMinor - invoice.RefundedMinor, paid.Sum(line => line.GrossMinor));
            Assert.All(paid, line => Assert.InRange(line.TaxMinor, 0, line.GrossMinor));
            foreach (var group in paid.GroupBy(line => line.Line.TaxRateBasisPoints))
            {
                var returned = refunds.SelectMany(refund => refund.Taxes).Where(part => part.RateBasisPoints == group.Key).Sum(part => part.Minor);
                var booked = Math.Clamp(group.Sum(line => line.Line.TaxMinor) - returned, 0, group.Sum(line => line.GrossMinor));
                Assert.Equal(booked, group.Sum(line => line.TaxMinor));
            }
        }
    }

    [Fact]
    public void B5_what_bonuses_paid_is_left_out_of_every_line_and_its_tax_in_proportion()
    {
        var samples = new Samples();
        var invoice = samples.Invoice(Item(samples, 9_000, 2_000), Item(samples, 3_000, 0));

        var paid = PaidLines.Remaining(invoice, [], bonus: 6_000);

        Assert.Equal([(4_500L, 750L), (1_500L, 0L)], paid.Select(line => (line.GrossMinor, line.TaxMinor)));
        Assert.All(PaidLines.Remaining(invoice, [], bonus: 12_000), line => Assert.Equal((0, 0), (line.GrossMinor, line.TaxMinor)));
    }

    [Fact]
    public void A_part_payment_is_spread_over_all_lines()
    {
        var samples = new Samples();
        var invoice = samples.Invoice(Item(samples, 9_000, 2_000), Item(samples, 3_000, 0));

        var paid = PaidLines.Of(invoice, 6_000);

        Assert.Equal([(4_500L, 750L), (1_500L, 0L)], paid.Select(line => (line.GrossMinor, line.TaxMinor)));
    }

    private static BillingHeadless.Domain.Orders.PricedItem Item(Samples samples, long price, int taxRate) =>
        samples.Item(price, taxRate: taxRate, kind: ProductKind.Service);

    private static List<Refund> Refund(Samples samples, Invoice invoice, Random random)
    {
        var payment = samples.Payment(invoice);
        invoice.Apply(invoice.TotalMinor, Samples.Now);
        var refunds = new List<Refund>();
        for (var i = random.Next(3); i >= 0; i--)
        {
            var amount = random.NextInt64(0, invoice.TotalMinor - invoice.RefundedMinor) + 1;
            refunds.Add(samples.Refund(payment, invoice, refunds, amount));
            invoice.Refund(amount);
            if (invoice.RefundedMinor == invoice.TotalMinor)
            {
                break;
            }
        }

        return refunds;
    }
}
