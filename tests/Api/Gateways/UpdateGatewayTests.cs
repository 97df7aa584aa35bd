using System.Net;
using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Gateways;

public abstract class UpdateGatewayTests(RunningServer server)
{
    private const string Elsewhere = "http://127.0.0.1:9";

    [Fact]
    public async Task Secrets_are_write_only_and_stay_when_left_out()
    {
        var shop = await Shop.Open(server);
        await shop.SetGateway(("apiKey", "key-of-this-merchant-0123456789"), ("signingSecret", "secret-of-this-merchant-012345"));
        await shop.SetGateway(("callbackDelaySeconds", 1));
        var gateway = Assert.Single((await shop.Api.ListGatewaysAsync()).Data, row => row.Gateway1 == Shop.Gateway);
        Assert.Equal(["apiKey", "signingSecret"], gateway.SecretsSet.Order());
        Assert.DoesNotContain("apiKey", gateway.Settings.Keys);
        Assert.Equal("1", gateway.Settings["callbackDelaySeconds"]);
    }

    [Fact]
    public async Task A_disabled_gateway_is_offered_to_nobody()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateGatewayAsync(Shop.Gateway, new UpdateGatewayRequest { Enabled = false });
        var order = await shop.Place();
        Assert.Empty((await shop.Api.GetInvoiceAsync(order.InvoiceId)).WaysToPay);
        await Refused.With("gateway_not_offered", () => shop.StartPayment(order.InvoiceId));
    }

    [Fact]
    public async Task The_provider_is_asked_whether_the_credentials_are_right()
    {
        var (shop, other) = (await Shop.Open(server), await Shop.Open(server));
        const string Key = "key-of-an-account-0123456789";
        await shop.SetGateway(("apiKey", Key), ("signingSecret", "secret-of-the-account-0123456789"));

        var refusal = await Refused.With("gateway_settings_refused", () => other.SetGateway(("apiKey", Key), ("signingSecret", "another-secret-of-it-0123456789")));
        Assert.Equal(["settings.signingSecret"], refusal.Errors.Keys);
        Assert.Empty(Assert.Single((await other.Api.ListGatewaysAsync()).Data, row => row.Gateway1 == Shop.Gateway).Settings.Keys.Intersect(["apiKey"]));

        var usable = await Put(other, enabled: true, ("apiKey", "key-of-my-own-0123456789012"), ("signingSecret", "a-secret-of-my-own-0123456789"));
        Assert.Equal(ProbeVerdict.Usable, usable.Credentials);
        (string, string)[] elsewhere = [("baseUrl", Elsewhere), ("apiKey", "key-of-my-own-0123456789012"), ("signingSecret", "a-secret-of-my-own-0123456789")];
        Assert.Equal(ProbeVerdict.CannotTell, (await Put(other, enabled: true, elsewhere)).Credentials);
        Assert.Null((await Put(other, enabled: false, ("baseUrl", Elsewhere))).Credentials);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_is_told_to_no_other_address_than_the_one_it_was_given_for(bool enabled)
    {
        var shop = await Shop.Open(server);
        await shop.SetGateway(("apiKey", "key-of-one-address-0123456789"), ("signingSecret", "secret-of-one-address-0123456"));

        var refusal = await Refused.With(
            "gateway_settings_invalid", () => Put(shop, enabled, ("baseUrl", Elsewhere), ("signingSecret", "secret-of-the-other-address-01")));

        Assert.Equal(["settings.apiKey"], refusal.Errors.Keys);
        Assert.NotEqual(Elsewhere, Assert.Single((await shop.Api.ListGatewaysAsync()).Data, row => row.Gateway1 == Shop.Gateway).Settings["baseUrl"]);
    }

    [Fact]
    public async Task A_secret_does_not_follow_back_to_the_usual_address_either()
    {
        var shop = await Shop.Open(server);
        await Put(shop, enabled: true, ("baseUrl", Elsewhere), ("apiKey", "key-of-one-address-0123456789"), ("signingSecret", "secret-of-one-address-0123456"));
        var refusal = await Refused.With("gateway_settings_invalid", () => shop.SetGateway());
        Assert.Equal(["settings.apiKey", "settings.signingSecret"], refusal.Errors.Keys.Order());
    }

    [Fact]
    public async Task Wrong_settings_are_refused_by_their_names()
    {
        var shop = await Shop.Open(server);
        var refusal = await Refused.With("gateway_settings_invalid", () => shop.SetGateway(("callbackDelaySeconds", "soon"), ("nonsense", 1)));
        Assert.Equal(["settings.callbackDelaySeconds", "settings.nonsense"], refusal.Errors.Keys.Order());
        await Refused.With("gateway_not_found", () => shop.Api.UpdateGatewayAsync("nobody", new UpdateGatewayRequest { Settings = JsonSerializer.SerializeToElement(new { }) }));
    }

    [Theory]
    [InlineData("apiKey")]
    [InlineData("nonsense")]
    public async Task Half_a_character_is_refused_like_any_wrong_setting(string setting)
    {
        var shop = await Shop.Open(server);
        var answer = await server.Send(HttpMethod.Put, $"/v1/gateways/{Shop.Gateway}", shop.Merchant.SecretKey, $$"""{ "settings": { "{{setting}}": "\ud800" } }""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "gateway_settings_invalid"), (answer.Status, answer.Code));
        Assert.Equal([$"settings.{setting}"], answer.Errors.Keys);
    }

    [Fact]
    public async Task A_setting_named_by_half_a_character_is_no_request()
    {
        var shop = await Shop.Open(server);
        var answer = await server.Send(HttpMethod.Put, $"/v1/gateways/{Shop.Gateway}", shop.Merchant.SecretKey, """{"settings": {"\ud800": 1}}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private static Task<Gateway> Put(Shop shop, bool enabled, params (string Name, string Value)[] settings) => shop.Api.UpdateGatewayAsync(
        Shop.Gateway,
        new UpdateGatewayRequest { Enabled = enabled, Settings = JsonSerializer.SerializeToElement(settings.ToDictionary(setting => setting.Name, setting => setting.Value)) });
}

public sealed class UpdateGatewayOnSqlite(ServerOnSqlite server) : UpdateGatewayTests(server), IClassFixture<ServerOnSqlite>;

public sealed class UpdateGatewayOnPostgres(ServerOnPostgres server) : UpdateGatewayTests(server), IClassFixture<ServerOnPostgres>;
