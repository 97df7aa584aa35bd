using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class UpdateProductTests(RunningServer server)
{
    [Fact]
    public async Task An_absent_field_stays_and_null_clears()
    {
        var merchant = await TestMerchant.Create(server);
        var agreement = await merchant.Client.CreateAgreementAsync(Samples.Agreement());
        var product = await merchant.Client.CreateProductAsync(new CreateProductRequest
        {
            Name = "Module",
            Kind = ProductKind.Licence,
            AgreementIds = [agreement.Id],
            Texts = new Dictionary<string, ProductText> { ["uk"] = new() { Name = "Модуль" } },
        });

        var renamed = await merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Suite" });
        var cleared = await server.Patch($"/v1/products/{product.Id}", merchant.SecretKey, """{"agreementIds": null, "texts": null}""");

        Assert.Equal("Suite", renamed.Name);
        Assert.Equal([agreement.Series], renamed.AgreementIds);
        Assert.Equal("Модуль", renamed.Texts["uk"].Name);
        Assert.Equal(HttpStatusCode.OK, cleared.Status);
        var read = await merchant.Client.GetProductAsync(product.Id);
        Assert.Equal(("Suite", 0, 0), (read.Name, read.AgreementIds.Count, read.Texts.Count));
    }

    [Theory]
    [InlineData("""{"name": null}""", "name")]
    [InlineData("""{"onSale": null}""", "onSale")]
    [InlineData("""{"kind": "pass"}""", "kind")]
    [InlineData("""{"name": ""}""", "name")]
    [InlineData("""{"onSale": "yes"}""", "onSale")]
    [InlineData("""{"texts": {"uk": {"name": 5}}}""", "texts.uk.name")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        Expect.Misshapen(await server.Patch($"/v1/products/{product.Id}", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task A_change_of_what_has_changed_since_is_refused()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        var seen = (await server.Read($"/v1/products/{product.Id}", merchant.SecretKey)).Header("ETag");
        await merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Second" }, ifMatch: seen);

        await Expect.Refused(
            "version_differs",
            HttpStatusCode.PreconditionFailed,
            merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Third" }, ifMatch: seen));
        await Expect.Refused(
            "version_differs",
            HttpStatusCode.PreconditionFailed,
            merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Third" }, ifMatch: "\"nonsense\""));
        await merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Fourth" }, ifMatch: "*");
        Assert.Equal("Fourth", (await merchant.Client.GetProductAsync(product.Id)).Name);
    }

    [Fact]
    public async Task The_answer_carries_the_new_version()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());

        var changed = await server.Patch($"/v1/products/{product.Id}", merchant.SecretKey, """{"name": "Second"}""");

        Assert.NotNull(changed.Header("ETag"));
        Assert.Equal(changed.Header("ETag"), (await server.Read($"/v1/products/{product.Id}", merchant.SecretKey)).Header("ETag"));
    }

    [Fact]
    public async Task What_is_not_there_for_this_merchant_cannot_be_changed()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        var other = await TestMerchant.Create(server);

        await Expect.NotFound("product_not_found", other.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { Name = "Mine" }));
        await Expect.NotFound("agreement_not_found", merchant.Client.UpdateProductAsync(product.Id, new UpdateProductRequest { AgreementIds = ["agr_1"] }));
        Assert.Equal(product.Name, (await merchant.Client.GetProductAsync(product.Id)).Name);
    }

    [Fact]
    public async Task It_is_changed_once()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        await Expect.Once(server, HttpMethod.Patch, $"/v1/products/{product.Id}", merchant.SecretKey, """{"name": "a"}""", """{"name": "b"}""");
        Assert.Equal("a", (await merchant.Client.GetProductAsync(product.Id)).Name);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        await Expect.Scope(server, merchant, "catalog:write", HttpMethod.Patch, $"/v1/products/{product.Id}", """{"name": "a"}""");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class UpdateProductOnSqlite(ServerOnSqlite server) : UpdateProductTests(server);

[Collection(nameof(OnPostgres))]
public sealed class UpdateProductOnPostgres(ServerOnPostgres server) : UpdateProductTests(server);
