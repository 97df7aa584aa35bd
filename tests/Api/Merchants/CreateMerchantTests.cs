using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class CreateMerchantTests(RunningServer server)
{
    private readonly BillingClient platform = BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);

    [Fact]
    public async Task A_test_merchant_gets_keys_that_say_so_and_work()
    {
        var merchant = await platform.CreateMerchantAsync(TestMerchant.Request());

        Assert.StartsWith("mer_", merchant.Id);
        Assert.Matches("^sk_test_[0-9A-Z]{32}$", merchant.SecretKey);
        Assert.Matches("^pk_test_[0-9A-Z]{32}$", merchant.PublishableKey);
        var settings = await BillingClient.Connect(server.Client.BaseAddress!, merchant.SecretKey).GetSettingsAsync();
        Assert.Equal((merchant.Id, "Tools of Kyiv", "UAH", "Europe/Kyiv", "uk"), (settings.MerchantId, settings.Name, settings.Currency, settings.TimeZone, settings.Locale));
    }

    [Fact]
    public async Task A_live_merchant_gets_live_keys()
    {
        var merchant = await platform.CreateMerchantAsync(TestMerchant.Request(MerchantMode.Live));
        Assert.Equal(MerchantMode.Live, merchant.Mode);
        Assert.StartsWith("sk_live_", merchant.SecretKey);
        Assert.StartsWith("pk_live_", merchant.PublishableKey);
    }

    [Fact]
    public async Task A_locale_is_kept_as_the_language_that_it_means() =>
        Assert.Equal("kk", (await platform.CreateMerchantAsync(With(request => request.Locale = "kk-KZ"))).Locale);

    [Fact]
    public async Task Keys_are_kept_only_as_hashes()
    {
        var merchant = await platform.CreateMerchantAsync(TestMerchant.Request());
        Assert.Equal(2L, Convert.ToInt64(await server.Database.Execute($"select count(*) from api_keys where merchant_id = '{merchant.Id}'")));
        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute($"select count(*) from api_keys where hash = '{merchant.SecretKey}' or beginning = '{merchant.SecretKey}'")));
    }

    [Theory]
    [InlineData("ABC")]
    [InlineData("XXX")]
    public async Task A_currency_that_does_not_exist_is_refused(string currency) =>
        await Expect.Invalid("currency_unknown", platform.CreateMerchantAsync(With(request => request.Currency = currency)));

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("europe/kyiv")]
    [InlineData("FLE Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("+02:00")]
    public async Task A_time_zone_that_does_not_exist_is_refused(string zone) =>
        await Expect.Invalid("time_zone_unknown", platform.CreateMerchantAsync(With(request => request.TimeZone = zone)));

    [Fact]
    public async Task A_language_that_is_not_spoken_here_is_refused() =>
        await Expect.Invalid("locale_unknown", platform.CreateMerchantAsync(With(request => request.Locale = "de")));

    [Theory]
    [InlineData("https://shop.example.com/path")]
    [InlineData("ftp://shop.example.com")]
    [InlineData("shop.example.com")]
    [InlineData("https://user@shop.example.com")]
    [InlineData("*")]
    public async Task What_is_no_origin_is_refused(string origin) =>
        await Expect.Invalid("origin_invalid", platform.CreateMerchantAsync(With(request => request.Origins = ["https://ok.example.com", origin])), "origins[1]");

    [Theory]
    [InlineData("""{"name": "n", "mode": "demo", "currency": "UAH", "timeZone": "Europe/Kyiv", "locale": "uk"}""", "mode")]
    [InlineData("""{"name": "n", "mode": "test", "currency": "hryvnia", "timeZone": "Europe/Kyiv", "locale": "uk"}""", "currency")]
    [InlineData("""{"mode": "test", "currency": "UAH", "timeZone": "Europe/Kyiv", "locale": "uk"}""", "name")]
    public async Task A_wrong_shape_names_the_field(string json, string field) =>
        Expect.Misshapen(await server.Post("/v1/merchants", RunningServer.PlatformKey, json), field);

    [Fact]
    public async Task It_is_created_once() => await Expect.Once(
        server,
        HttpMethod.Post,
        "/v1/merchants",
        RunningServer.PlatformKey,
        """{"name": "a", "mode": "test", "currency": "UAH", "timeZone": "Europe/Kyiv", "locale": "uk"}""",
        """{"name": "b", "mode": "test", "currency": "UAH", "timeZone": "Europe/Kyiv", "locale": "uk"}""");

    [Fact]
    public async Task Only_the_operator_makes_merchants()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Refused("forbidden", HttpStatusCode.Forbidden, merchant.Client.CreateMerchantAsync(TestMerchant.Request()));
        await Expect.Refused("forbidden", HttpStatusCode.Forbidden, merchant.Shop.CreateMerchantAsync(TestMerchant.Request()));
        await Expect.Refused("unauthenticated", HttpStatusCode.Unauthorized, merchant.With(null).CreateMerchantAsync(TestMerchant.Request()));
    }

    private static CreateMerchantRequest With(Action<CreateMerchantRequest> change)
    {
        var request = TestMerchant.Request();
        change(request);
        return request;
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreateMerchantOnSqlite(ServerOnSqlite server) : CreateMerchantTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateMerchantOnPostgres(ServerOnPostgres server) : CreateMerchantTests(server);
