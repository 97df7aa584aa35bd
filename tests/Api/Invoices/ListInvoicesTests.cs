using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Invoices;

public abstract class ListInvoicesTests(RunningServer server)
{
    [Fact]
    public async Task Numbers_have_no_gaps_and_lists_filter_by_state_and_customer()
    {
        var shop = await Shop.Open(server);
        var (paid, _) = await shop.Sell();
        var open = await shop.Place();
        await Refused.With("portal_invalid", () => shop.Place(portal: "localhost"));
        await shop.Place();
        var all = await shop.Api.ListInvoicesAsync();
        Assert.Equal(["2026-000003", "2026-000002", "2026-000001"], all.Data.Select(invoice => invoice.Number));
        Assert.Equal(paid.InvoiceId, Assert.Single((await shop.Api.ListInvoicesAsync(InvoiceStatus.Paid)).Data).Id);
        Assert.Equal(open.InvoiceId, Assert.Single((await shop.Api.ListInvoicesAsync(customerId: open.CustomerId)).Data).Id);
    }

    [Fact]
    public async Task Each_shows_how_its_own_customer_can_pay_it()
    {
        var shop = await Shop.Open(server);
        var (rich, poor, paid) = (await shop.Place(), await shop.Place(), (await shop.Sell()).Order);
        var topUp = await shop.TopUp(rich.CustomerId, rich.Total.Amount);

        var ways = (await shop.Api.ListInvoicesAsync()).Data.ToDictionary(invoice => invoice.Id, invoice => invoice.WaysToPay.Select(way => way.Method).Order());

        Assert.Equal([PaymentMethod.Gateway, PaymentMethod.Balance], ways[rich.InvoiceId]);
        Assert.Equal([PaymentMethod.Gateway], ways[poor.InvoiceId]);
        Assert.Empty(ways[paid.InvoiceId]);
        Assert.Empty(ways[topUp.Id]);
    }

    [Fact]
    public async Task Numbers_begin_anew_with_each_local_year_and_with_each_merchant()
    {
        var (shop, other) = (await Shop.Open(server), await Shop.Open(server));
        await shop.Place();
        var newYear = new DateTimeOffset(2026, 12, 31, 22, 0, 0, TimeSpan.Zero);
        await shop.MoveClock(newYear.AddMinutes(-1));
        await shop.Place();
        await shop.MoveClock(newYear);
        await shop.Place();
        await other.Place();
        Assert.Equal(["2027-000001", "2026-000002", "2026-000001"], (await shop.Api.ListInvoicesAsync()).Data.Select(invoice => invoice.Number));
        Assert.Equal("2026-000001", Assert.Single((await other.Api.ListInvoicesAsync()).Data).Number);
        await shop.ProveBooks();
    }
}

public sealed class ListInvoicesOnSqlite(ServerOnSqlite server) : ListInvoicesTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListInvoicesOnPostgres(ServerOnPostgres server) : ListInvoicesTests(server), IClassFixture<ServerOnPostgres>;
