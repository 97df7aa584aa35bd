using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

public abstract class ListLicencesTests(RunningServer server)
{
    [Fact]
    public async Task Licences_are_found_by_portal_product_and_customer()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell(portal: "one.bitrix24.ua");
        await shop.Sell(portal: "two.bitrix24.ua");
        Assert.Equal(2, (await shop.Api.ListLicencesAsync(productId: shop.Product.Id)).Data.Count);
        Assert.Equal("one.bitrix24.ua", Assert.Single((await shop.Api.ListLicencesAsync(portal: "https://ONE.bitrix24.ua/crm")).Data).Portal);
        Assert.Equal("one.bitrix24.ua", Assert.Single((await shop.Api.ListLicencesAsync(customerId: order.CustomerId)).Data).Portal);
    }
}

public sealed class ListLicencesOnSqlite(ServerOnSqlite server) : ListLicencesTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListLicencesOnPostgres(ServerOnPostgres server) : ListLicencesTests(server), IClassFixture<ServerOnPostgres>;
