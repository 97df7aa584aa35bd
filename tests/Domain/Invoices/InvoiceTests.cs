using BillingHeadless.Domain.Invoices;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Invoices;

/// <summary>Rulings 3 and 27.</summary>
public sealed class InvoiceTests
{
    private readonly Samples samples = new();

    [Fact]
    public void It_is_payable_through_the_last_day_and_expires_at_the_next_midnight() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 22, 0, 0, TimeSpan.Zero), samples.Invoice(samples.Item()).DueAt);

    [Fact]
    public void Several_payments_settle_it_once()
    {
        var invoice = samples.Invoice(samples.Item(100, taxRate: 0));
        Assert.False(invoice.Apply(40, Samples.Now));
        Assert.Equal((40, 60), (invoice.PaidMinor, invoice.DueMinor));
        Assert.True(invoice.Apply(60, Samples.Now));
        Assert.Equal((InvoiceStatus.Paid, 0L), (invoice.Status, invoice.DueMinor));
        Assert.Throws<ArgumentOutOfRangeException>(() => invoice.Apply(1, Samples.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void It_takes_no_more_than_is_due(long amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Invoice(samples.Item(100, taxRate: 0)).Apply(amount, Samples.Now));

    [Fact]
    public void A_cancelled_invoice_keeps_its_number_and_is_never_paid()
    {
        var invoice = samples.Invoice(samples.Item());
        invoice.TakeNumber(42);
        invoice.Cancel(Samples.Now);
        Assert.Equal("2026-000042", invoice.NumberText);
        Assert.Equal(0, invoice.DueMinor);
        Assert.False(invoice.CanBecome(InvoiceStatus.Paid));
        Assert.False(invoice.CanBecome(InvoiceStatus.Expired));
    }

    [Fact]
    public void It_is_refunded_when_all_of_it_went_back()
    {
        var invoice = samples.Invoice(samples.Item(100, taxRate: 0));
        invoice.Apply(100, Samples.Now);
        Assert.False(invoice.Refund(99));
        Assert.True(invoice.Refund(1));
        Assert.Equal(InvoiceStatus.Refunded, invoice.Status);
    }
}
