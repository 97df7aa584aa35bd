using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

public abstract class ValidateLicenceTests(RunningServer server)
{
    [Fact]
    public async Task A_licence_is_valid_once_activated_until_it_ends_or_is_taken_back()
    {
        var shop = await Shop.Open(server);
        var (_, payment) = await shop.Sell(portal: "v.bitrix24.ua");
        var licence = await shop.LicenceOf("v.bitrix24.ua");
        var request = new LicenceUseRequest { Key = licence.Key, Portal = "v.bitrix24.ua" };
        var app = shop.Client(null);
        Assert.Equal("not_activated", (await app.ValidateLicenceAsync(request)).Code);
        await app.ActivateLicenceAsync(request);
        Assert.NotNull((await app.ValidateLicenceAsync(request)).Token);
        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "x" });
        var use = await app.ValidateLicenceAsync(request);
        Assert.Equal((false, "revoked", null), (use.Valid, use.Code, use.Token));
    }

    [Fact]
    public async Task At_the_midnight_of_its_end_it_has_expired()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "end.bitrix24.ua");
        var licence = await shop.LicenceOf("end.bitrix24.ua");
        var request = new LicenceUseRequest { Key = licence.Key, Portal = "end.bitrix24.ua" };
        await shop.Client(null).ActivateLicenceAsync(request);
        await shop.MoveClock(licence.ValidUntil.AddSeconds(-1));
        Assert.Equal("valid", (await shop.Client(null).ValidateLicenceAsync(request)).Code);
        await shop.MoveClock(licence.ValidUntil);
        Assert.Equal("expired", (await shop.Client(null).ValidateLicenceAsync(request)).Code);
    }

    [Fact]
    public async Task A_key_that_nobody_has_and_a_missing_place_are_said_so()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "n.bitrix24.ua");
        var key = (await shop.LicenceOf("n.bitrix24.ua")).Key;
        await Refused.With("binding_missing", () => shop.Client(null).ValidateLicenceAsync(new LicenceUseRequest { Key = key }));
        Assert.Equal("key_malformed", (await shop.Client(null).ValidateLicenceAsync(new LicenceUseRequest { Key = "LIC-0", Portal = "n.bitrix24.ua" })).Code);
    }
}

public sealed class ValidateLicenceOnSqlite(ServerOnSqlite server) : ValidateLicenceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ValidateLicenceOnPostgres(ServerOnPostgres server) : ValidateLicenceTests(server), IClassFixture<ServerOnPostgres>;
