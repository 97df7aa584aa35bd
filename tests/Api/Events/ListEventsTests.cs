using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Events;

public abstract class ListEventsTests(RunningServer server)
{
    [Fact]
    public async Task The_feed_counts_without_gaps_and_goes_on_after_what_was_seen()
    {
        var merchant = await TestMerchant.Create(server);
        await Happen(merchant, 5);

        var first = await merchant.Client.ListEventsAsync(limit: 2);
        var second = await merchant.Client.ListEventsAsync(limit: 2, cursor: first.NextCursor);
        var rest = await merchant.Client.ListEventsAsync(after: 4);

        Assert.Equal([1L, 2L], first.Data.Select(happened => happened.Sequence));
        Assert.Equal([3L, 4L], second.Data.Select(happened => happened.Sequence));
        Assert.Equal([5L], rest.Data.Select(happened => happened.Sequence));
        Assert.Null(rest.NextCursor);
        Assert.Empty((await merchant.Client.ListEventsAsync(after: 5)).Data);
    }

    [Fact]
    public async Task Events_of_writes_at_once_have_no_gaps()
    {
        var merchant = await TestMerchant.Create(server);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Happen(merchant, 1)));
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L], (await merchant.Client.ListEventsAsync()).Data.Select(happened => happened.Sequence));
    }

    [Fact]
    public async Task A_refused_write_announces_nothing()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Invalid("email_invalid", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Email = "nobody" }), "email");
        await Happen(merchant, 1);
        Assert.Equal(1, (await merchant.Client.ListEventsAsync()).Data.Single().Sequence);
    }

    [Fact]
    public async Task Events_are_listed_by_type()
    {
        var merchant = await TestMerchant.Create(server);
        await Happen(merchant, 2);
        Assert.Equal(2, (await merchant.Client.ListEventsAsync(type: "customer.created")).Data.Count);
        Assert.Empty((await merchant.Client.ListEventsAsync(type: "order.paid")).Data);
    }

    [Fact]
    public async Task Each_merchant_has_its_own_feed()
    {
        await Happen(await TestMerchant.Create(server), 1);
        Assert.Empty((await (await TestMerchant.Create(server)).Client.ListEventsAsync()).Data);
    }

    [Theory]
    [InlineData("after=first", "after")]
    [InlineData("after=99999999999999999999", "after")]
    [InlineData("cursor=YWJj", "cursor")]
    [InlineData("limit=0", "limit")]
    public async Task A_wrong_page_is_refused(string query, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Read($"/v1/events?{query}", merchant.SecretKey), field);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "events:read", HttpMethod.Get, "/v1/events");
    }

    private static async Task Happen(TestMerchant merchant, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest());
        }
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ListEventsOnSqlite(ServerOnSqlite server) : ListEventsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class ListEventsOnPostgres(ServerOnPostgres server) : ListEventsTests(server);
