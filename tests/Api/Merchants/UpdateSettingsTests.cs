using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class UpdateSettingsTests(RunningServer server)
{
    /// <summary>A PNG of one pixel.</summary>
    private const string Png =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>The beginning and the end of a JPEG.</summary>
    private const string Jpeg = "data:image/jpeg;base64,/9j/4AAQ/9k=";

    [Fact]
    public async Task All_that_a_merchant_decides_is_kept()
    {
        var merchant = await TestMerchant.Create(server);
        await merchant.Client.UpdateSettingsAsync(Everything());

        var settings = await merchant.Client.GetSettingsAsync();

        Assert.Equal((ActPolicy.OnRequest, 5, 30), (settings.Acts, settings.ActTermDays, settings.InvoiceValidityDays));
        Assert.Equal((SurplusPolicy.Balance, true), (settings.SurplusPolicy, settings.KeepSurchargeOnRefund));
        Assert.Equal(250, settings.SurchargeBasisPoints["liqpay"]);
        Assert.Equal([("portal", CheckoutFieldKind.Portal), ("source", CheckoutFieldKind.Choice)], settings.CheckoutFields.Select(field => (field.Name, field.Kind!.Value)));
        Assert.Equal(["Пошук", "Друзі"], settings.CheckoutFields[1].Options!);
        Assert.Equal(("help@example.com", "https://t.me/example"), (settings.Support.Email, settings.Support.ChatUrl));
        Assert.Equal("UA213223130000026007233566001", settings.Requisites!.Iban);
        Assert.Equal((true, "S"), (settings.Tax.Registered, settings.Tax.Category));
        Assert.Equal(("Директор", "О. Шевченко"), (settings.Signatory!.Title, settings.Signatory.Name));
        Assert.Equal((Png, Jpeg), (settings.SealImage, settings.SignatureImage));
    }

    [Fact]
    public async Task An_absent_field_stays_and_null_puts_back_what_a_new_merchant_has()
    {
        var merchant = await TestMerchant.Create(server);
        await merchant.Client.UpdateSettingsAsync(Everything());

        var one = await merchant.Client.UpdateSettingsAsync(new UpdateSettingsRequest { ActTermDays = 3 });
        var reset = await server.Patch(
            "/v1/settings",
            merchant.SecretKey,
            """
            {"acts": null, "actTermDays": null, "invoiceValidityDays": null, "surplusPolicy": null, "surchargeBasisPoints": null, "keepSurchargeOnRefund": null,
             "checkoutFields": null, "support": null, "requisites": null, "tax": null, "signatory": null, "sealImage": null, "signatureImage": null}
            """);

        Assert.Equal((3, 30, "help@example.com"), (one.ActTermDays, one.InvoiceValidityDays, one.Support.Email));
        Assert.Equal(HttpStatusCode.OK, reset.Status);
        Assert.Equal((await server.Read("/v1/settings", (await TestMerchant.Create(server)).SecretKey)).Text.Split(',', 2)[1], reset.Text.Split(',', 2)[1]);
    }

    [Theory]
    [InlineData("""{"actTermDays": -1}""", "actTermDays")]
    [InlineData("""{"actTermDays": 366}""", "actTermDays")]
    [InlineData("""{"invoiceValidityDays": 366}""", "invoiceValidityDays")]
    [InlineData("""{"surchargeBasisPoints": {"liqpay": 2001}}""", "surchargeBasisPoints.liqpay")]
    [InlineData("""{"surchargeBasisPoints": {"liqpay": -1}}""", "surchargeBasisPoints.liqpay")]
    [InlineData("""{"surchargeBasisPoints": {"Liq Pay": 1}}""", "surchargeBasisPoints.Liq Pay")]
    [InlineData("""{"support": {"email": "nobody"}}""", "support.email")]
    [InlineData("""{"support": {"chatUrl": "javascript:alert(1)"}}""", "support.chatUrl")]
    [InlineData("""{"support": {"formUrl": "/form"}}""", "support.formUrl")]
    [InlineData("""{"requisites": {"iban": "UA213223130000026007233566002"}}""", "requisites.iban")]
    [InlineData("""{"tax": {"registered": true, "category": "VAT"}}""", "tax.category")]
    [InlineData("""{"sealImage": "https://example.com/seal.png"}""", "sealImage")]
    [InlineData("""{"sealImage": "data:image/svg+xml;base64,PHN2Zy8+"}""", "sealImage")]
    [InlineData("""{"sealImage": "data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "sealImage")]
    [InlineData("""{"signatureImage": "data:image/jpeg;base64,not base 64"}""", "signatureImage")]
    [InlineData("""{"checkoutFields": [{"name": "a b"}]}""", "checkoutFields[0].name")]
    [InlineData("""{"checkoutFields": [{"name": "email"}]}""", "checkoutFields[0].name")]
    [InlineData("""{"checkoutFields": [{"name": "name"}, {"name": "Name"}]}""", "checkoutFields")]
    [InlineData("""{"checkoutFields": [{"name": "site", "kind": "portal"}]}""", "checkoutFields[0].kind")]
    [InlineData("""{"checkoutFields": [{"name": "portal"}]}""", "checkoutFields[0].kind")]
    [InlineData("""{"checkoutFields": [{"name": "a", "kind": "choice"}]}""", "checkoutFields[0].options")]
    [InlineData("""{"checkoutFields": [{"name": "a", "kind": "choice", "options": ["x", "x"]}]}""", "checkoutFields[0].options")]
    [InlineData("""{"checkoutFields": [{"name": "a", "options": ["x"]}]}""", "checkoutFields[0].options")]
    public async Task What_a_setting_cannot_hold_is_refused_with_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);

        var answer = await server.Patch("/v1/settings", merchant.SecretKey, json);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "settings_invalid"), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Errors.Keys);
    }

    [Theory]
    [InlineData("""{"actTermDays": "ten"}""", "actTermDays")]
    [InlineData("""{"actTermDays": 1.5}""", "actTermDays")]
    [InlineData("""{"acts": "never"}""", "acts")]
    [InlineData("""{"noSuchSetting": []}""", "noSuchSetting")]
    [InlineData("""{"support": {"telegram": "@example"}}""", "support.telegram")]
    [InlineData("""{"support": {"email": ""}}""", "support.email")]
    [InlineData("""{"tax": {}}""", "tax.registered")]
    [InlineData("""{"signatory": {"title": "Director"}}""", "signatory.name")]
    [InlineData("""{"checkoutFields": [{"name": "a"}, {"name": "b", "labels": {"fr": "Bé"}}]}""", "checkoutFields[1].labels")]
    [InlineData("""{"checkoutFields": [null]}""", "checkoutFields")]
    [InlineData("""{"actTermDays": 1, "actTermDays": 2}""", "actTermDays")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Patch("/v1/settings", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task A_change_of_what_has_changed_since_is_refused()
    {
        var merchant = await TestMerchant.Create(server);
        var seen = (await server.Read("/v1/settings", merchant.SecretKey)).Header("ETag");
        await merchant.Client.UpdateSettingsAsync(new UpdateSettingsRequest { ActTermDays = 1 }, ifMatch: seen);

        await Expect.Refused(
            "version_differs", HttpStatusCode.PreconditionFailed, merchant.Client.UpdateSettingsAsync(new UpdateSettingsRequest { ActTermDays = 2 }, ifMatch: seen));
    }

    [Fact]
    public async Task It_is_changed_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Once(server, HttpMethod.Patch, "/v1/settings", merchant.SecretKey, """{"actTermDays": 1}""", """{"actTermDays": 2}""");
        Assert.Equal(1, (await merchant.Client.GetSettingsAsync()).ActTermDays);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "settings:write", HttpMethod.Patch, "/v1/settings", """{"actTermDays": 1}""");
    }

    private static UpdateSettingsRequest Everything() => new()
    {
        Acts = ActPolicy.OnRequest,
        ActTermDays = 5,
        InvoiceValidityDays = 30,
        SurplusPolicy = SurplusPolicy.Balance,
        SurchargeBasisPoints = new Dictionary<string, int> { ["liqpay"] = 250 },
        KeepSurchargeOnRefund = true,
        CheckoutFields =
        [
            new CheckoutField { Name = "portal", Kind = CheckoutFieldKind.Portal, Required = true },
            new CheckoutField { Name = "source", Kind = CheckoutFieldKind.Choice, Options = ["Пошук", "Друзі"], Labels = new Dictionary<string, string> { ["uk"] = "Звідки ви?" } },
        ],
        Support = new Support { Email = " Help@Example.com ", ChatUrl = "https://t.me/example" },
        Requisites = new Requisites { Name = "ТОВ «Приклад»", TaxId = "12345678", Address = "Київ", Iban = "UA21 3223 1300 0002 6007 2335 6600 1", Bank = "АТ КБ" },
        Tax = new Tax { Registered = true, Category = "S" },
        Signatory = new Signatory { Title = "Директор", Name = "О. Шевченко" },
        SealImage = Png,
        SignatureImage = Jpeg,
    };
}

[Collection(nameof(OnSqlite))]
public sealed class UpdateSettingsOnSqlite(ServerOnSqlite server) : UpdateSettingsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class UpdateSettingsOnPostgres(ServerOnPostgres server) : UpdateSettingsTests(server);
