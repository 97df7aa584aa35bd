using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

public abstract class QuoteOrderTests(RunningServer server)
{
    [Fact]
    public async Task A_quote_says_what_the_order_will_cost_and_stores_nothing()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest
        {
            Tax = new Tax { Registered = true, Category = "S" },
            SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = 275 },
        });
        var quote = await shop.Api.QuoteOrderAsync(new OrderRequest { Items = [new OrderItemRequest { PlanId = shop.Pro.Id, Months = 12 }], Gateway = Shop.Gateway });
        Assert.Equal((191_040, 47_760, 31_840, 5_403), (quote.Total.Amount, quote.Discount.Amount, quote.Tax.Amount, quote.Surcharge.Amount));
        Assert.Empty((await shop.Api.ListOrdersAsync()).Data);
        Assert.Equal(quote.Total.Amount, (await shop.Place(months: 12)).Total.Amount);
    }

    [Fact]
    public async Task A_publishable_key_may_ask()
    {
        var shop = await Shop.Open(server);
        var page = shop.Client(shop.Merchant.PublishableKey);
        var quote = await page.QuoteOrderAsync(new OrderRequest { Items = [new OrderItemRequest { PlanId = shop.Light.Id, Months = 1 }] });
        Assert.Equal(9_900, quote.Total.Amount);
    }

    [Fact]
    public async Task What_cannot_be_ordered_cannot_be_quoted()
    {
        var shop = await Shop.Open(server);
        await Refused.With("term_not_offered", () => shop.Api.QuoteOrderAsync(new OrderRequest { Items = [new OrderItemRequest { PlanId = shop.Pro.Id, Months = 7 }] }));
        await Refused.With("request_invalid", () => shop.Api.QuoteOrderAsync(new OrderRequest { Items = [] }));
    }

    [Theory]
    [InlineData("items", "null")]
    [InlineData("consents", "null")]
    [InlineData("fields", "\"portal\": null")]
    public async Task An_entry_that_is_null_is_refused(string field, string entry)
    {
        var shop = await Shop.Open(server);
        var other = field == "items" ? "" : $", \"items\": [{{\"planId\": \"{shop.Pro.Id}\"}}]";
        var list = field == "fields" ? $"{{{entry}}}" : $"[{entry}]";
        Expect.Misshapen(await server.Post("/v1/orders/quote", shop.Merchant.SecretKey, $"{{\"{field}\": {list}{other}}}"), field);
    }
}

public sealed class QuoteOrderOnSqlite(ServerOnSqlite server) : QuoteOrderTests(server), IClassFixture<ServerOnSqlite>;

public sealed class QuoteOrderOnPostgres(ServerOnPostgres server) : QuoteOrderTests(server), IClassFixture<ServerOnPostgres>;
