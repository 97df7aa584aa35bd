using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.BankTransfers;

/// <summary>Rule B3: a statement finds the transfers that it names.</summary>
public abstract class ImportStatementTests(SteppedServer server)
{
    private const int Price = 19_900;

    [Theory]
    [InlineData(StatementFormat.Camt053)]
    [InlineData(StatementFormat.Mt940)]
    [InlineData(StatementFormat.Csv)]
    public async Task A_transfer_is_found_by_its_reference_once(StatementFormat format)
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        var content = StatementOf(format, await BankShop.ReferenceOf(server, begun));

        var entries = (await Import(shop, format, content)).Entries.ToList();
        var again = (await Import(shop, format, content)).Entries.ToList();

        Assert.Equal([StatementOutcome.Confirmed, StatementOutcome.NotFound], entries.Select(entry => entry.Outcome));
        Assert.Equal((begun.Id, Price), (entries[0].PaymentId, entries[0].Amount.Amount));
        Assert.Equal(entries.Select(entry => (entry.Id, entry.Outcome)), again.Select(entry => (entry.Id, entry.Outcome)));
        Assert.Equal((false, true), (entries.Exists(entry => entry.AlreadyImported), again.TrueForAll(entry => entry.AlreadyImported)));
        Assert.Single((await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_transfer_is_found_by_the_number_on_the_printed_invoice_and_may_be_a_part()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        var number = (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Number;

        var entry = (await Import(shop, StatementFormat.Csv, $"amount,currency,text\n\"100,00\",UAH,Оплата за рахунком {number}\n")).Entries.Single();

        Assert.Equal((StatementOutcome.Confirmed, begun.Id), (entry.Outcome, entry.PaymentId));
        Assert.Equal(Price - 10_000, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Due.Amount);
    }

    [Fact]
    public async Task What_only_looks_like_a_number_in_digits_of_another_script_is_for_a_person()
    {
        var shop = await BankShop.Open(server);
        await shop.Place();

        var entry = (await Import(shop, StatementFormat.Csv, "amount;currency;text\n199.00;UAH;٢٠٢٦-٠٠٠٠٠١\n")).Entries.Single();

        Assert.Equal(StatementOutcome.NotFound, entry.Outcome);
    }

    [Fact]
    public async Task Money_in_another_currency_is_for_a_person_and_what_is_no_statement_is_refused()
    {
        var shop = await BankShop.Open(server);
        var begun = await BankShop.Begin(shop, (await shop.Place()).InvoiceId);
        var reference = await BankShop.ReferenceOf(server, begun);

        var entry = (await Import(shop, StatementFormat.Csv, $"amount;currency;text\n199.00;EUR;{reference}\n")).Entries.Single();

        Assert.Equal(StatementOutcome.CurrencyDiffers, entry.Outcome);
        foreach (var format in Enum.GetValues<StatementFormat>())
        {
            await Refused.With("statement_unreadable", () => Import(shop, format, "neither this nor that"));
        }
    }

    [Fact]
    public async Task A_later_statement_with_the_same_line_and_a_new_one_takes_the_new_one_alone()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var number = (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Number;
        await Import(shop, StatementFormat.Csv, $"date;amount;currency;text\n2026-11-20;100.00;UAH;{number}\n");

        var later = await Import(shop, StatementFormat.Csv, $"date;amount;currency;text\n2026-11-20;100.00;UAH;{number}\n2026-11-20;100.00;UAH;{number}\n");

        Assert.Equal([(StatementOutcome.Confirmed, true), (StatementOutcome.AlreadyConfirmed, false)], later.Entries.Select(entry => (entry.Outcome, entry.AlreadyImported)));
        Assert.Equal(Price - 10_000, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Due.Amount);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Parts_by_one_reference_pay_the_invoice_and_what_comes_on_top_is_unapplied()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var reference = await BankShop.ReferenceOf(server, await BankShop.Begin(shop, order.InvoiceId));

        var entries = (await Import(
            shop, StatementFormat.Csv, $"id;amount;currency;text\nB1;100.00;UAH;{reference}\nB2;99.00;UAH;{reference}\nB3;5.00;UAH;{reference}\n")).Entries;

        Assert.All(entries, entry => Assert.Equal(StatementOutcome.Confirmed, entry.Outcome));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        var payments = (await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data.OrderBy(payment => payment.Id, StringComparer.Ordinal);
        Assert.Equal([(10_000, 0), (9_900, 0), (500, 500)], payments.Select(payment => (payment.Amount.Amount, payment.Unapplied.Amount)));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task An_invoice_that_nobody_began_to_pay_is_paid_by_its_number_and_a_cancelled_one_takes_nothing()
    {
        var shop = await BankShop.Open(server);
        var (paid, cancelled) = (await shop.Place(), await shop.Place());
        await shop.Api.CancelInvoiceAsync(cancelled.InvoiceId);
        var numbers = new[] { await NumberOf(shop, paid), await NumberOf(shop, cancelled) };

        var entries = (await Import(shop, StatementFormat.Csv, $"amount;currency;text\n199.00;UAH;{numbers[0]}\n199.00;UAH;{numbers[1]}\n")).Entries.ToList();

        Assert.All(entries, entry => Assert.Equal(StatementOutcome.Confirmed, entry.Outcome));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(paid.Id)).Status);
        Assert.Equal(OrderStatus.Cancelled, (await shop.Api.GetOrderAsync(cancelled.Id)).Status);
        Assert.Equal(Price, (await shop.Api.GetPaymentAsync(entries[1].PaymentId!)).Unapplied.Amount);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Money_that_a_person_has_confirmed_before_is_not_taken_again_by_itself()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        var reference = await BankShop.ReferenceOf(server, begun);
        await BankShop.Confirm(shop, begun.Id);

        var entry = (await Import(shop, StatementFormat.Csv, $"id;amount;currency;text\nB1;199.00;UAH;{reference}\n")).Entries.Single();

        Assert.Equal((StatementOutcome.AlreadyConfirmed, begun.Id), (entry.Outcome, entry.PaymentId));
        Assert.Single((await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data);
    }

    private static async Task<string> NumberOf(Shop shop, Order order) => (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Number;

    private static Task<Statement> Import(Shop shop, StatementFormat format, string content) =>
        shop.Api.ImportStatementAsync(new ImportStatementRequest { Format = format, Content = content });

    private static string StatementOf(StatementFormat format, string reference) => format switch
    {
        StatementFormat.Camt053 =>
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
              <Ntry><Amt Ccy="UAH">199.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-21</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>
                <NtryDtls><TxDtls><RmtInf><Ustrd>Modul Pro, {reference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
              <Ntry><Amt Ccy="UAH">199.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry>
              <Ntry><Amt Ccy="UAH">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryRef>B3</NtryRef></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """,
        StatementFormat.Mt940 =>
            $":20:START\n:25:UA213223130000026007233566001\n:60F:C261121UAH0,00\n:61:2611211121C199,00NTRFNONREF//B1\n:86:Modul Pro,\n {reference}\n:61:2611211121D5,00NTRFNONREF//B2\n:86:Fee\n:61:2611211121C7,NTRFNONREF//B3\n:62F:C261121UAH206,00\n-",
        _ => $"id;amount;currency;text\nB1;199.00;UAH;\"Modul Pro; {reference.ToLowerInvariant()}\"\nB2;-5.00;UAH;Fee\nB3;7.00;UAH;Somebody\n",
    };
}

public sealed class ImportStatementOnSqlite(SteppedOnSqlite server) : ImportStatementTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ImportStatementOnPostgres(SteppedOnPostgres server) : ImportStatementTests(server), IClassFixture<SteppedOnPostgres>;
