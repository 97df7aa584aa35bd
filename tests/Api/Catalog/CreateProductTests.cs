using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class CreateProductTests(RunningServer server)
{
    [Fact]
    public async Task A_product_is_on_sale_as_it_was_described()
    {
        var merchant = await TestMerchant.Create(server);
        var agreement = await merchant.Client.CreateAgreementAsync(Samples.Agreement());

        var product = await merchant.Client.CreateProductAsync(new CreateProductRequest
        {
            Name = "Module",
            Kind = ProductKind.Licence,
            AgreementIds = [agreement.Id],
            Texts = new Dictionary<string, ProductText> { ["uk"] = new() { Name = "Модуль", Description = "Рядок 1\nРядок 2" }, ["kk"] = new() { Description = "Қазақша" } },
        });

        Assert.StartsWith("prd_", product.Id);
        Assert.Equal(("Module", ProductKind.Licence, true), (product.Name, product.Kind, product.OnSale));
        Assert.Equal([agreement.Series], product.AgreementIds);
        Assert.Equal("Модуль", product.Texts["uk"].Name);
        Assert.Equal("Рядок 1\nРядок 2", product.Texts["uk"].Description);
        Assert.Null(product.Texts["kk"].Name);
        Assert.Equal(server.Time.Now, product.CreatedAt);
    }

    [Fact]
    public async Task An_agreement_that_does_not_exist_or_is_somebody_elses_is_refused()
    {
        var merchant = await TestMerchant.Create(server);
        var foreign = await (await TestMerchant.Create(server)).Client.CreateAgreementAsync(Samples.Agreement());

        await Expect.NotFound("agreement_not_found", merchant.Client.CreateProductAsync(Naming(foreign.Id)));
        await Expect.NotFound("agreement_not_found", merchant.Client.CreateProductAsync(Naming("agr_nonsense")));
    }

    [Theory]
    [InlineData("{}", "name", "kind")]
    [InlineData("""{"name": "", "kind": "licence"}""", "name")]
    [InlineData("""{"name": "   ", "kind": "licence"}""", "name")]
    [InlineData("""{"name": "two\nlines", "kind": "licence"}""", "name")]
    [InlineData("""{"name": "n", "kind": "subscription"}""", "kind")]
    [InlineData("""{"name": "n", "kind": 1}""", "kind")]
    [InlineData("""{"name": "n", "kind": "licence", "price": 5}""", "price")]
    [InlineData("""{"name": "n", "kind": "licence", "texts": {"de": {"name": "Modul"}}}""", "texts")]
    [InlineData("""{"name": "n", "kind": "licence", "texts": {"uk": {"name": ""}}}""", "texts")]
    [InlineData("""{"name": "n", "kind": "licence", "texts": {"uk": null}}""", "texts")]
    [InlineData("""{"name": "n", "kind": "licence", "texts": {"uk": {"title": "x"}}}""", "texts.uk.title")]
    [InlineData("""{"name": "n", "kind": "licence", "agreementIds": [null]}""", "agreementIds")]
    public async Task A_wrong_shape_names_the_field(string json, params string[] fields)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/products", merchant.SecretKey, json), fields);
    }

    [Fact]
    public async Task Too_long_and_too_many_are_refused()
    {
        var merchant = await TestMerchant.Create(server);
        var name = new string('n', 201);
        var ids = string.Join(", ", Enumerable.Repeat("\"agr_1\"", 51));

        Expect.Misshapen(await server.Post("/v1/products", merchant.SecretKey, $$"""{"name": "{{name}}", "kind": "licence"}"""), "name");
        Expect.Misshapen(await server.Post("/v1/products", merchant.SecretKey, $$"""{"name": "n", "kind": "licence", "agreementIds": [{{ids}}]}"""), "agreementIds");
    }

    [Fact]
    public async Task It_is_created_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Once(server, HttpMethod.Post, "/v1/products", merchant.SecretKey, """{"name": "a", "kind": "pass"}""", """{"name": "b", "kind": "pass"}""");
        Assert.Single((await merchant.Client.ListProductsAsync()).Data);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "catalog:write", HttpMethod.Post, "/v1/products", """{"name": "a", "kind": "service"}""");
    }

    private static CreateProductRequest Naming(string agreementId) => new() { Name = "Module", Kind = ProductKind.Licence, AgreementIds = [agreementId] };
}

[Collection(nameof(OnSqlite))]
public sealed class CreateProductOnSqlite(ServerOnSqlite server) : CreateProductTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateProductOnPostgres(ServerOnPostgres server) : CreateProductTests(server);
