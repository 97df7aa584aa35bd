using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

public abstract class GetLicenceKeysTests(RunningServer server)
{
    [Fact]
    public async Task The_keys_are_public_and_stay_the_same_over_a_restart()
    {
        var shop = await Shop.Open(server);
        var before = Assert.Single((await shop.Client(null).GetLicenceKeysAsync()).Keys);
        Assert.Equal(("EC", "P-256", "ES256", "sig"), (before.Kty, before.Crv, before.Alg, before.Use));
        await server.Restart();
        var after = Assert.Single((await shop.Client(null).GetLicenceKeysAsync()).Keys);
        Assert.Equal((before.Kid, before.X), (after.Kid, after.X));
    }
}

public sealed class GetLicenceKeysOnSqlite(ServerOnSqlite server) : GetLicenceKeysTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetLicenceKeysOnPostgres(ServerOnPostgres server) : GetLicenceKeysTests(server), IClassFixture<ServerOnPostgres>;
