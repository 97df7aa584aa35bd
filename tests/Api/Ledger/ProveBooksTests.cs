using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Rule X3; that each tampering is found is proved in tests/Durability.</summary>
public abstract class ProveBooksTests(RunningServer server)
{
    [Fact]
    public async Task Books_of_a_new_merchant_hold_and_so_do_those_of_a_busy_one()
    {
        var shop = await Shop.Open(server);
        Assert.True((await shop.Api.ProveBooksAsync()).Balanced);
        await shop.Sell(months: 12);
        await shop.Place();
        var proof = await shop.Api.ProveBooksAsync();
        Assert.True(proof.Balanced);
        Assert.Equal((1, 2), (proof.Checks.Single(check => check.Name == "payments").Count, proof.Checks.Single(check => check.Name == "invoices").Count));
    }
}

public sealed class ProveBooksOnSqlite(ServerOnSqlite server) : ProveBooksTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ProveBooksOnPostgres(ServerOnPostgres server) : ProveBooksTests(server), IClassFixture<ServerOnPostgres>;
