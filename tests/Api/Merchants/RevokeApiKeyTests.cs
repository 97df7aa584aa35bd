using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class RevokeApiKeyTests(RunningServer server)
{
    [Fact]
    public async Task A_revoked_key_opens_nothing_any_more_and_stays_in_the_list()
    {
        var merchant = await TestMerchant.Create(server);
        var key = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"] });
        await merchant.With(key.Key).ListProductsAsync();

        var revoked = await merchant.Client.RevokeApiKeyAsync(key.Id);
        server.Time.Advance(TimeSpan.FromHours(1));
        var again = await merchant.Client.RevokeApiKeyAsync(key.Id);

        Assert.NotNull(revoked.RevokedAt);
        Assert.Equal(revoked.RevokedAt, again.RevokedAt);
        await Expect.Refused("unauthenticated", HttpStatusCode.Unauthorized, merchant.With(key.Key).ListProductsAsync());
        Assert.Contains((await merchant.Client.ListApiKeysAsync()).Data, listed => listed.Id == key.Id && listed.RevokedAt is not null);
    }

    [Fact]
    public async Task Another_merchants_key_cannot_be_revoked()
    {
        var merchant = await TestMerchant.Create(server);
        var key = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"] });

        await Expect.NotFound("api_key_not_found", (await TestMerchant.Create(server)).Client.RevokeApiKeyAsync(key.Id));
        await merchant.With(key.Key).ListProductsAsync();
    }

    [Fact]
    public async Task It_is_revoked_once()
    {
        var merchant = await TestMerchant.Create(server);
        var key = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"] });
        await Expect.Once(server, HttpMethod.Delete, $"/v1/api-keys/{key.Id}", merchant.SecretKey, json: null);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "settings:write", HttpMethod.Delete, "/v1/api-keys/key_1");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class RevokeApiKeyOnSqlite(ServerOnSqlite server) : RevokeApiKeyTests(server);

[Collection(nameof(OnPostgres))]
public sealed class RevokeApiKeyOnPostgres(ServerOnPostgres server) : RevokeApiKeyTests(server);
