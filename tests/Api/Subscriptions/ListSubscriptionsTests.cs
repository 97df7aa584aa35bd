using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rule D1: the page of services.</summary>
public abstract class ListSubscriptionsTests(RunningServer server)
{
    [Fact]
    public async Task Services_are_listed_by_state_and_customer_newest_first()
    {
        var desk = await ServiceDesk.Open(server);
        var (first, second) = (await desk.Subscribe(), await desk.Subscribe());
        await desk.Shop.Pay(first.OpenInvoiceId!);
        Assert.Equal([second.Id, first.Id], (await desk.Shop.Api.ListSubscriptionsAsync(customerId: desk.Customer.Id)).Data.Select(row => row.Id));
        Assert.Equal([first.Id], (await desk.Shop.Api.ListSubscriptionsAsync(state: SubscriptionState.Active)).Data.Select(row => row.Id));
    }
}

public sealed class ListSubscriptionsOnSqlite(ServerOnSqlite server) : ListSubscriptionsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListSubscriptionsOnPostgres(ServerOnPostgres server) : ListSubscriptionsTests(server), IClassFixture<ServerOnPostgres>;
