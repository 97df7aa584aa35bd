using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rule D1.</summary>
public abstract class GetSubscriptionTests(RunningServer server)
{
    [Fact]
    public async Task A_customer_reads_its_own_and_nobody_elses()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Subscribe();
        var other = await desk.Shop.NewCustomer();
        Assert.Equal(subscription.Id, (await (await desk.As(CustomerRole.Employee)).GetSubscriptionAsync(subscription.Id)).Id);
        await Refused.With("subscription_not_found", async () => await (await desk.As(CustomerRole.Employee, other.Id)).GetSubscriptionAsync(subscription.Id));
    }
}

public sealed class GetSubscriptionOnSqlite(ServerOnSqlite server) : GetSubscriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetSubscriptionOnPostgres(ServerOnPostgres server) : GetSubscriptionTests(server), IClassFixture<ServerOnPostgres>;
