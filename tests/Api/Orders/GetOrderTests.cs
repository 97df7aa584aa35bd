using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

public abstract class GetOrderTests(RunningServer server)
{
    [Fact]
    public async Task An_order_reads_as_it_was_placed()
    {
        var shop = await Shop.Open(server);
        var placed = await shop.Place(months: 12);
        var read = await shop.Api.GetOrderAsync(placed.Id);
        Assert.Equal((placed.Number, placed.Total.Amount, placed.PayUrl, placed.Portal), (read.Number, read.Total.Amount, read.PayUrl, read.Portal));
        Assert.Equal(placed.Lines.Single().Gross.Amount, read.Lines.Single().Gross.Amount);
    }

    [Fact]
    public async Task Another_merchants_order_and_a_malformed_id_are_not_found()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        var order = await shop.Place();
        await Refused.With("order_not_found", () => stranger.Api.GetOrderAsync(order.Id));
        await Refused.With("order_not_found", () => shop.Api.GetOrderAsync("ord_nonsense"));
    }

    [Fact]
    public async Task A_customer_sees_its_own_orders_only()
    {
        var shop = await Shop.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var session = await shop.Api.CreateCustomerSessionAsync(mine.CustomerId, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "u1" });
        var customer = shop.Client(session.Token);
        Assert.Equal(mine.Id, (await customer.GetOrderAsync(mine.Id)).Id);
        Assert.Equal(mine.Id, Assert.Single((await customer.ListOrdersAsync()).Data).Id);
        await Refused.With("order_not_found", () => customer.GetOrderAsync(theirs.Id));
        await Refused.With("forbidden", () => customer.GetSettingsAsync());
    }
}

public sealed class GetOrderOnSqlite(ServerOnSqlite server) : GetOrderTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetOrderOnPostgres(ServerOnPostgres server) : GetOrderTests(server), IClassFixture<ServerOnPostgres>;
