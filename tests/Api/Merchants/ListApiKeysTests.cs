using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class ListApiKeysTests(RunningServer server)
{
    [Fact]
    public async Task Keys_are_listed_newest_first_without_themselves()
    {
        var merchant = await TestMerchant.Create(server);
        var added = await merchant.KeyFor("catalog:read");

        var keys = (await merchant.Client.ListApiKeysAsync()).Data;

        Assert.Equal([added[..12], merchant.PublishableKey[..12], merchant.SecretKey[..12]], keys.Select(key => key.Beginning));
        Assert.All(keys, key => Assert.Null(key.Key));
    }

    [Fact]
    public async Task The_last_use_is_known_to_the_minute()
    {
        var merchant = await TestMerchant.Create(server);
        var client = merchant.With(await merchant.KeyFor("catalog:read"));
        var first = server.Time.Now;
        await client.ListProductsAsync();
        server.Time.Advance(TimeSpan.FromSeconds(59));
        await client.ListProductsAsync();
        Assert.Equal(first, (await merchant.Client.ListApiKeysAsync(limit: 1)).Data[0].LastUsedAt);

        server.Time.Advance(TimeSpan.FromSeconds(1));
        await client.ListProductsAsync();

        Assert.Equal(server.Time.Now, (await merchant.Client.ListApiKeysAsync(limit: 1)).Data[0].LastUsedAt);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "settings:read", HttpMethod.Get, "/v1/api-keys");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ListApiKeysOnSqlite(ServerOnSqlite server) : ListApiKeysTests(server);

[Collection(nameof(OnPostgres))]
public sealed class ListApiKeysOnPostgres(ServerOnPostgres server) : ListApiKeysTests(server);
