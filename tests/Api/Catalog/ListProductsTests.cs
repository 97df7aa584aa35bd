using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class ListProductsTests(RunningServer server)
{
    [Fact]
    public async Task Pages_follow_each_other_newest_first_and_miss_nothing()
    {
        var merchant = await TestMerchant.Create(server);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            server.Time.Advance(TimeSpan.FromMilliseconds(1));
            made.Insert(0, (await merchant.Client.CreateProductAsync(Samples.Product())).Id);
        }

        var first = await merchant.Client.ListProductsAsync(limit: 2);
        var second = await merchant.Client.ListProductsAsync(limit: 2, cursor: first.NextCursor);
        var third = await merchant.Client.ListProductsAsync(limit: 2, cursor: second.NextCursor);

        Assert.Equal(made, [.. first.Data.Concat(second.Data).Concat(third.Data).Select(product => product.Id)]);
        Assert.Null(third.NextCursor);
    }

    [Fact]
    public async Task A_page_that_ends_with_the_list_is_the_last()
    {
        var merchant = await TestMerchant.Create(server);
        await merchant.Client.CreateProductAsync(Samples.Product());

        Assert.Null((await merchant.Client.ListProductsAsync(limit: 1)).NextCursor);
    }

    [Fact]
    public async Task A_page_lists_only_what_is_on_sale()
    {
        var merchant = await TestMerchant.Create(server);
        var sold = await merchant.Client.CreateProductAsync(Samples.Product());
        var withdrawn = await merchant.Client.CreateProductAsync(Samples.Product());
        await merchant.Client.UpdateProductAsync(withdrawn.Id, new UpdateProductRequest { OnSale = false });

        Assert.Equal([sold.Id], (await merchant.Shop.ListProductsAsync()).Data.Select(product => product.Id));
        Assert.Equal(2, (await merchant.Client.ListProductsAsync()).Data.Count);
    }

    [Fact]
    public async Task Another_merchants_products_are_not_listed()
    {
        await (await TestMerchant.Create(server)).Client.CreateProductAsync(Samples.Product());
        Assert.Empty((await (await TestMerchant.Create(server)).Client.ListProductsAsync()).Data);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("cursor=!!!", "cursor")]
    [InlineData("cursor=AAAA", "cursor")]
    public async Task A_wrong_page_is_refused(string query, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Read($"/v1/products?{query}", merchant.SecretKey), field);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "catalog:read", HttpMethod.Get, "/v1/products");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ListProductsOnSqlite(ServerOnSqlite server) : ListProductsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class ListProductsOnPostgres(ServerOnPostgres server) : ListProductsTests(server);
