using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Gateways;

public abstract class ListGatewaysTests(RunningServer server)
{
    [Fact]
    public async Task The_sandbox_is_there_with_its_wallets_and_settings()
    {
        var shop = await Shop.Open(server);
        var gateway = Assert.Single((await shop.Api.ListGatewaysAsync()).Data, row => row.Gateway1 == Shop.Gateway);
        Assert.Equal((Shop.Gateway, true, "partial"), (gateway.Gateway1, gateway.Enabled, gateway.Refunds));
        Assert.Equal(["applePay", "googlePay", "samsungPay"], gateway.Wallets.Order());
        Assert.Contains(gateway.Schema, setting => setting is { Name: "apiKey", Secret: true });
        Assert.Equal(["en", "kk", "ru", "uk"], gateway.Titles.Keys.Order());
    }
}

public sealed class ListGatewaysOnSqlite(ServerOnSqlite server) : ListGatewaysTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListGatewaysOnPostgres(ServerOnPostgres server) : ListGatewaysTests(server), IClassFixture<ServerOnPostgres>;
