using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Rule A8: the app's "Payment" tab, by a key that may stand in a page.</summary>
public abstract class GetPaymentTabTests(RunningServer server)
{
    [Fact]
    public async Task The_tab_shows_state_and_end_and_nothing_personal()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "tab.bitrix24.ua");
        var page = shop.Client(shop.Merchant.PublishableKey);
        var tab = await page.GetPaymentTabAsync("TAB.bitrix24.ua", shop.Product.Id);
        Assert.Equal(("active", "tab.bitrix24.ua", "Pro"), (tab.Status, tab.Portal, tab.Edition));
        Assert.Equal("none", (await page.GetPaymentTabAsync("new.bitrix24.ua", shop.Product.Id)).Status);
    }

    [Fact]
    public async Task Wrong_addresses_and_products_are_refused()
    {
        var shop = await Shop.Open(server);
        await Refused.With("portal_invalid", () => shop.Api.GetPaymentTabAsync("localhost", shop.Product.Id));
        await Refused.With("product_not_found", () => shop.Api.GetPaymentTabAsync("tab.bitrix24.ua", "prd_nonsense"));
    }
}

public sealed class GetPaymentTabOnSqlite(ServerOnSqlite server) : GetPaymentTabTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetPaymentTabOnPostgres(ServerOnPostgres server) : GetPaymentTabTests(server), IClassFixture<ServerOnPostgres>;
