using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class CreateApiKeyTests(RunningServer server)
{
    [Fact]
    public async Task A_secret_key_may_do_what_its_scopes_say_and_nothing_else()
    {
        var merchant = await TestMerchant.Create(server);

        var key = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["catalog:write", "orders:read"] });

        Assert.Equal((ApiKeyKind.Secret, key.Key![..12]), (key.Kind, key.Beginning));
        Assert.Null(key.LastUsedAt);
        var client = merchant.With(key.Key);
        await client.ListProductsAsync();
        await client.CreateProductAsync(Samples.Product());
        await client.ListOrdersAsync();
        await Expect.Refused("scope_missing", HttpStatusCode.Forbidden, client.GetSettingsAsync());
    }

    [Fact]
    public async Task A_publishable_key_works_at_its_origins()
    {
        var merchant = await TestMerchant.Create(server);

        var key = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Kind = ApiKeyKind.Publishable, Origins = ["https://Other.example.com/"] });

        Assert.StartsWith("pk_test_", key.Key);
        Assert.Equal(["https://other.example.com"], key.Origins);
        await merchant.With(key.Key).ListProductsAsync();
    }

    [Theory]
    [InlineData("catalogue:read")]
    [InlineData("catalog:delete")]
    [InlineData("catalog")]
    [InlineData("**")]
    public async Task A_scope_that_does_not_exist_is_refused(string scope)
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Invalid("scope_unknown", merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["catalog:read", scope] }));
    }

    [Fact]
    public async Task A_secret_key_has_scopes_and_a_publishable_key_has_none()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Invalid("scope_needed", merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = [] }));
        await Expect.Invalid("scope_needed", merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Kind = ApiKeyKind.Publishable, Scopes = ["catalog:read"] }));
        await Expect.Invalid("origin_invalid", merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"], Origins = ["https://a.example.com"] }));
    }

    [Fact]
    public async Task A_key_cannot_give_more_than_it_has()
    {
        var merchant = await TestMerchant.Create(server);
        var limited = merchant.With(await merchant.KeyFor("settings:write", "catalog:write"));

        await limited.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["catalog:read"] });
        await Expect.Refused("scope_exceeded", HttpStatusCode.Forbidden, limited.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"] }));
        await Expect.Refused("scope_exceeded", HttpStatusCode.Forbidden, limited.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["refunds:write"] }));
    }

    [Fact]
    public async Task It_is_created_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Once(server, HttpMethod.Post, "/v1/api-keys", merchant.SecretKey, """{"scopes": ["*"]}""", """{"scopes": ["orders:read"]}""");
        Assert.Equal(3, (await merchant.Client.ListApiKeysAsync()).Data.Count);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        var answer = await server.Post("/v1/api-keys", await merchant.KeyFor("settings:read"), """{"scopes": ["settings:read"]}""");
        Assert.Equal((HttpStatusCode.Forbidden, "scope_missing"), (answer.Status, answer.Code));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreateApiKeyOnSqlite(ServerOnSqlite server) : CreateApiKeyTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateApiKeyOnPostgres(ServerOnPostgres server) : CreateApiKeyTests(server);
