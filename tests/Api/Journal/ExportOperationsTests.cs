using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Server.Journal;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Journal;

/// <summary>Rules C5 and D7: the journal as a file that a spreadsheet opens, and cannot be harmed by.</summary>
public abstract class ExportOperationsTests(RunningServer server)
{
    [Fact]
    public async Task Each_movement_is_a_line_with_its_parts_newest_first()
    {
        var shop = await Shop.Open(server);
        await shop.GiveBonuses();
        var order = await shop.Place();
        await shop.TopUp(order.CustomerId, 50_000);
        var payment = await shop.PayFromFunds(order.InvoiceId);
        using var file = await shop.Api.ExportOperationsAsync(order.CustomerId);

        Assert.Equal("text/csv; charset=utf-8", file.Headers["Content-Type"].Single());
        Assert.Equal($"attachment; filename=operations-{order.CustomerId}.csv", file.Headers["Content-Disposition"].Single());
        var lines = await LinesOf(file);
        Assert.Equal(["sequence", "occurredAt", "kind", "amount"], lines[0].Split(',')[..4]);
        Assert.Matches("^2,2026-11-21T[0-9:]{8}Z,paidFromBalance,-199[.]00,0[.]00,0[.]00,301[.]00,15[.]00,UAH,line Pro -199[.]00,", lines[1]);
        Assert.EndsWith($",{order.InvoiceId},{payment.Id},,", lines[1]);
        Assert.Contains(",balanceToppedUp,515.00,15.00,0.00,500.00,15.00,UAH,topUp 500.00; bonus 15.00,", lines[2]);
        Assert.Equal(3, lines.Count);
    }

    [Fact]
    public async Task A_long_journal_is_read_page_by_page_and_one_that_is_too_long_is_to_be_narrowed()
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        await shop.TopUp(customer.Id, 100);
        await Multiply(customer, first: 2, last: 1_300);
        using (var file = await shop.Api.ExportOperationsAsync(customer.Id))
        {
            var numbers = (await LinesOf(file)).Skip(1).Select(line => int.Parse(line.Split(',')[0])).ToList();
            Assert.Equal(Enumerable.Range(1, 1_300).Reverse(), numbers);
        }

        await Multiply(customer, first: 1_301, last: 50_001);
        await Refused.With("export_too_long", () => shop.Api.ExportOperationsAsync(customer.Id));
        using var none = await shop.Api.ExportOperationsAsync(customer.Id, kind: EntryKind.UsageCharged);
        Assert.Single(await LinesOf(none));
    }

    [Fact]
    public async Task Nobody_reads_the_journal_of_another()
    {
        var shop = await Shop.Open(server);
        var (own, other) = (await shop.NewCustomer(), await shop.NewCustomer());
        var session = await shop.Api.CreateCustomerSessionAsync(own.Id, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "anna" });
        var api = shop.Client(session.Token);
        using var file = await api.ExportOperationsAsync(own.Id);
        Assert.Single(await LinesOf(file));
        await Refused.With("customer_not_found", () => api.ExportOperationsAsync(other.Id));
    }

    /// <summary>More lines like the first one, past the server.</summary>
    private Task Multiply(Customer customer, int first, int last) => server.Database.Execute(
        $"""
        with recursive numbers(n) as (select {first} union all select n + 1 from numbers where n < {last})
        insert into operations (id, merchant_id, customer_id, currency, sequence, entry_id, kind, cause_id,
            money_minor, bonus_minor, reserved_minor, balance_after_minor, bonus_after_minor, parts, occurred_at)
        select 'opn_' || n, merchant_id, customer_id, currency, n, entry_id, kind, cause_id,
            money_minor, bonus_minor, reserved_minor, balance_after_minor, bonus_after_minor, parts, occurred_at
        from operations cross join numbers where customer_id = '{customer.Id}' and sequence = 1
        """);

    private static async Task<List<string>> LinesOf(FileResponse file)
    {
        using var reader = new StreamReader(file.Stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        Assert.EndsWith("\r\n", text);
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}

public sealed class ExportOperationsOnSqlite(ServerOnSqlite server) : ExportOperationsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ExportOperationsOnPostgres(ServerOnPostgres server) : ExportOperationsTests(server), IClassFixture<ServerOnPostgres>;

/// <summary>Cells that a spreadsheet would take for a formula, and cells that would break the table.</summary>
public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"\r\n")]
    [InlineData("+1+cmd", "'+1+cmd\r\n")]
    [InlineData("-2+3", "'-2+3\r\n")]
    [InlineData("@SUM(A1)", "'@SUM(A1)\r\n")]
    [InlineData("\t=1", "'\t=1\r\n")]
    [InlineData("-199.00", "-199.00\r\n")]
    [InlineData("a, b", "\"a, b\"\r\n")]
    [InlineData("a\nb", "\"a\nb\"\r\n")]
    [InlineData("", "\r\n")]
    public void No_cell_is_a_formula_or_breaks_its_line(string cell, string line) => Assert.Equal(line, CsvLine.Of([cell]));
}
