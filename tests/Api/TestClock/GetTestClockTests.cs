using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.TestClock;

public abstract class GetTestClockTests(RunningServer server)
{
    [Fact]
    public async Task A_merchants_time_is_the_systems_until_it_is_moved_and_then_runs_on()
    {
        var shop = await Shop.Open(server);
        Assert.Equal(server.Time.Now, (await shop.Api.GetTestClockAsync()).Now);
        var to = server.Time.Now.AddDays(30);
        await shop.MoveClock(to);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var clock = await shop.Api.GetTestClockAsync();
        Assert.Equal((to.AddMinutes(1), false), (clock.Now, clock.Advancing));
    }
}

public sealed class GetTestClockOnSqlite(ServerOnSqlite server) : GetTestClockTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetTestClockOnPostgres(ServerOnPostgres server) : GetTestClockTests(server), IClassFixture<ServerOnPostgres>;
