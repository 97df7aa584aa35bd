using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class GetProductTests(RunningServer server)
{
    [Fact]
    public async Task A_product_is_read_as_it_was_made()
    {
        var merchant = await TestMerchant.Create(server);
        var made = await merchant.Client.CreateProductAsync(Samples.Product(ProductKind.Service));

        var read = await merchant.Client.GetProductAsync(made.Id);

        Assert.Equal((made.Id, made.Name, made.Kind, made.CreatedAt), (read.Id, read.Name, read.Kind, read.CreatedAt));
    }

    [Fact]
    public async Task A_page_sees_it_while_it_is_on_sale()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        Assert.Equal(product.Id, (await merchant.Shop.GetProductAsync(product.Id)).Id);

        await merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { OnSale = false });

        await Expect.NotFound("product_not_found", merchant.Shop.GetProductAsync(product.Id));
        Assert.False((await merchant.Client.GetProductAsync(product.Id)).OnSale);
    }

    [Fact]
    public async Task Another_merchant_does_not_see_it()
    {
        var product = await (await TestMerchant.Create(server)).Client.CreateProductAsync(Samples.Product());
        var other = await TestMerchant.Create(server);

        await Expect.NotFound("product_not_found", other.Client.GetProductAsync(product.Id));
        await Expect.NotFound("product_not_found", other.Shop.GetProductAsync(product.Id));
    }

    [Theory]
    [InlineData("prd_")]
    [InlineData("prd_01M80AFVC453PN332VBPRN5EMA")]
    [InlineData("pln_01M80AFVC453PN332VBPRN5EMA")]
    [InlineData("prd_01m80afvc453pn332vbprn5ema")]
    [InlineData("%27%3B%20drop%20table%20products")]
    public async Task What_is_no_id_of_a_product_is_not_found(string id)
    {
        var merchant = await TestMerchant.Create(server);
        var answer = await server.Read($"/v1/products/{id}", merchant.SecretKey);
        Assert.Equal((HttpStatusCode.NotFound, "product_not_found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        await Expect.Scope(server, merchant, "catalog:read", HttpMethod.Get, $"/v1/products/{product.Id}");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetProductOnSqlite(ServerOnSqlite server) : GetProductTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetProductOnPostgres(ServerOnPostgres server) : GetProductTests(server);
