using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

public abstract class ListOrdersTests(RunningServer server)
{
    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        var shop = await Shop.Open(server);
        for (var i = 0; i < 5; i++)
        {
            await shop.Place();
        }

        var first = await shop.Api.ListOrdersAsync(limit: 2);
        var second = await shop.Api.ListOrdersAsync(limit: 2, cursor: first.NextCursor);
        var third = await shop.Api.ListOrdersAsync(limit: 2, cursor: second.NextCursor);
        Assert.Equal(["5", "4", "3", "2", "1"], first.Data.Concat(second.Data).Concat(third.Data).Select(order => order.Number));
        Assert.Null(third.NextCursor);
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await shop.Place();
        await shop.Api.CancelOrderAsync(order.Id);
        Assert.Equal(order.Id, Assert.Single((await shop.Api.ListOrdersAsync(OrderStatus.Cancelled)).Data).Id);
        Assert.Empty((await shop.Api.ListOrdersAsync(OrderStatus.Pending, order.CustomerId)).Data);
    }

    [Fact]
    public async Task A_page_has_a_bound()
    {
        var shop = await Shop.Open(server);
        await Refused.With("request_invalid", () => shop.Api.ListOrdersAsync(limit: 1_000));
    }
}

public sealed class ListOrdersOnSqlite(ServerOnSqlite server) : ListOrdersTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListOrdersOnPostgres(ServerOnPostgres server) : ListOrdersTests(server), IClassFixture<ServerOnPostgres>;
