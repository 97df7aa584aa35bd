using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

public abstract class DeactivateLicenceTests(RunningServer server)
{
    [Fact]
    public async Task A_released_licence_can_be_activated_again_and_releasing_twice_is_no_error()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "d.bitrix24.ua");
        var request = new LicenceUseRequest { Key = (await shop.LicenceOf("d.bitrix24.ua")).Key, Portal = "d.bitrix24.ua" };
        var app = shop.Client(null);
        await app.ActivateLicenceAsync(request);
        await app.DeactivateLicenceAsync(request);
        Assert.Equal("not_activated", (await app.DeactivateLicenceAsync(request)).Code);
        Assert.Equal("not_activated", (await app.ValidateLicenceAsync(request)).Code);
        Assert.Equal("valid", (await app.ActivateLicenceAsync(request)).Code);
        Assert.Equal("key_malformed", (await app.DeactivateLicenceAsync(new LicenceUseRequest { Key = "x", Portal = "d.bitrix24.ua" })).Code);
    }
}

public sealed class DeactivateLicenceOnSqlite(ServerOnSqlite server) : DeactivateLicenceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class DeactivateLicenceOnPostgres(ServerOnPostgres server) : DeactivateLicenceTests(server), IClassFixture<ServerOnPostgres>;
