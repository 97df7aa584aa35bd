using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Rules A1 and A8, rulings 8 and 9.</summary>
public abstract class GetLicenceTests(RunningServer server)
{
    [Fact]
    public async Task Extensions_add_to_the_end_and_never_shorten_it()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "x.bitrix24.ua");
        var first = await shop.LicenceOf("x.bitrix24.ua");
        Assert.Equal(new DateTimeOffset(2026, 12, 20, 22, 0, 0, TimeSpan.Zero), first.ValidUntil);
        await shop.Sell(portal: "x.bitrix24.ua", months: 12);
        var extended = await shop.Api.GetLicenceAsync(first.Id);
        Assert.Equal(new DateTimeOffset(2027, 12, 20, 22, 0, 0, TimeSpan.Zero), extended.ValidUntil);
        Assert.Equal(first.Key, extended.Key);
    }

    [Fact]
    public async Task A_lapsed_licence_starts_anew_and_may_take_another_edition()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "y.bitrix24.ua");
        await shop.MoveClock(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(LicenceStatus.Expired, (await shop.LicenceOf("y.bitrix24.ua")).Status);
        await shop.Sell(shop.Light, portal: "y.bitrix24.ua");
        var licence = await shop.LicenceOf("y.bitrix24.ua");
        Assert.Equal((LicenceStatus.Active, "Light", new DateTimeOffset(2027, 3, 31, 21, 0, 0, TimeSpan.Zero)), (licence.Status, licence.Edition, licence.ValidUntil));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Another_merchants_licence_is_not_found()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        await shop.Sell(portal: "z.bitrix24.ua");
        var licence = await shop.LicenceOf("z.bitrix24.ua");
        await Refused.With("licence_not_found", () => stranger.Api.GetLicenceAsync(licence.Id));
        await Refused.With("licence_not_found", () => shop.Api.GetLicenceAsync("lic_nonsense"));
    }
}

public sealed class GetLicenceOnSqlite(ServerOnSqlite server) : GetLicenceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetLicenceOnPostgres(ServerOnPostgres server) : GetLicenceTests(server), IClassFixture<ServerOnPostgres>;
