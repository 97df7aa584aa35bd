using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Ledger;

/// <summary>Rule X3: every movement is a balanced double entry.</summary>
public sealed class BookingsTests
{
    private readonly Samples samples = new();

    [Fact]
    public void A_payment_that_settles_its_invoice_leaves_income_and_tax_and_nothing_in_between()
    {
        var (invoice, payment) = Settled(surcharge: 50);
        var balances = Balances([.. Bookings.PaymentReceived(payment), .. Bookings.InvoiceSettled(invoice)]);
        Assert.Equal(invoice.TotalMinor + 50, -balances["clearing:sandbox:UAH"]);
        Assert.Equal(0, balances[$"receivable:{invoice.Id}:UAH"]);
        Assert.Equal(invoice.Lines.Sum(line => line.NetMinor), balances["revenue::UAH"]);
        Assert.Equal(invoice.Lines.Sum(line => line.TaxMinor), balances["tax:S2000:UAH"]);
        Assert.Equal(50, balances["surchargeIncome:sandbox:UAH"]);
    }

    [Fact]
    public void The_whole_refund_leaves_nothing_at_all()
    {
        var (invoice, payment) = Settled(surcharge: 0);
        var refund = samples.Refund(payment, invoice, [], invoice.TotalMinor);
        var balances = Balances([
            .. Bookings.PaymentReceived(payment), .. Bookings.InvoiceSettled(invoice), .. Bookings.Refund(refund, payment, TransferPhase.Posted)]);
        Assert.All(balances.Values, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public void Money_that_no_invoice_needs_is_never_income()
    {
        var invoice = samples.Invoice(samples.Item());
        var payment = samples.Payment(invoice, surcharge: 50);
        payment.Succeed(0, null, Samples.Now);
        var balances = Balances([.. Bookings.PaymentReceived(payment)]);
        Assert.Equal(payment.Charged.Minor, balances[$"unapplied:{payment.Id}:UAH"]);
        Assert.DoesNotContain(balances.Keys, account => account.StartsWith("revenue", StringComparison.Ordinal) || account.StartsWith("surcharge", StringComparison.Ordinal));
    }

    [Fact]
    public void A_digest_tells_every_change_of_a_transfer()
    {
        var (invoice, payment) = Settled(surcharge: 0);
        var entry = LedgerEntry.Write(
            samples.Ids.New<LedgerEntry>(), samples.Merchant, new EntryCause(EntryKind.InvoiceSettled, invoice.Id.Value), Samples.Now, Bookings.InvoiceSettled(invoice));
        entry.TakeNumber(1);
        Assert.Equal(entry.Digest, LedgerEntry.DigestOf(entry, entry.Transfers));
        Assert.NotEqual(entry.Digest, LedgerEntry.DigestOf(entry, entry.Transfers.Skip(1)));
        Assert.NotEmpty(Bookings.PaymentReleased(payment, 1));
    }

    [Fact]
    public void A_transfer_is_positive_and_has_one_currency()
    {
        var (uah, usd) = (new AccountName(AccountKind.Revenue, "", Samples.Hryvnia), new AccountName(AccountKind.Revenue, "x", new("USD")));
        Assert.Throws<ArgumentException>(() => Write(new TransferDraft(uah, usd, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(new TransferDraft(uah, uah, -1)));
    }

    [Fact]
    public void An_account_is_read_as_it_is_written()
    {
        var name = new AccountName(AccountKind.SurchargeIncome, "sandbox", Samples.Hryvnia);
        Assert.Equal(name, AccountName.Parse(name.ToString()));
        Assert.Throws<FormatException>(() => AccountName.Parse("clearing"));
    }

    private LedgerEntry Write(TransferDraft draft) => LedgerEntry.Write(
        samples.Ids.New<LedgerEntry>(), samples.Merchant, new EntryCause(EntryKind.PaymentReceived, "x"), Samples.Now, [draft]);

    private (BillingHeadless.Domain.Invoices.Invoice Invoice, Payment Payment) Settled(long surcharge)
    {
        var invoice = samples.Invoice(samples.Item(kind: ProductKind.Service), samples.Item(333, 12, 3, kind: ProductKind.Service));
        var payment = samples.Payment(invoice, surcharge: surcharge);
        payment.Succeed(invoice.TotalMinor, null, Samples.Now);
        invoice.Apply(invoice.TotalMinor, Samples.Now);
        return (invoice, payment);
    }

    private static Dictionary<string, long> Balances(IReadOnlyList<TransferDraft> transfers)
    {
        var balances = new Dictionary<string, long>();
        foreach (var transfer in transfers.Where(transfer => transfer.AmountMinor != 0))
        {
            balances[$"{transfer.Debit}"] = balances.GetValueOrDefault($"{transfer.Debit}") - transfer.AmountMinor;
            balances[$"{transfer.Credit}"] = balances.GetValueOrDefault($"{transfer.Credit}") + transfer.AmountMinor;
        }

        return balances;
    }
}
