using System.Net;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Http;

public abstract class RateLimitsTests(RunningServer server)
{
    [Fact]
    public async Task One_address_asks_for_so_many_logins_and_is_told_when_to_come_again()
    {
        var merchant = await TestMerchant.Create(server);
        for (var i = 0; i < Server.Limits.LoginsPerAddress; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await Ask(merchant, i)).Status);
        }

        var refused = await Ask(merchant, Server.Limits.LoginsPerAddress);

        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 15 * 60);
        Assert.Equal(HttpStatusCode.OK, (await server.Read("/v1/products", merchant.PublishableKey)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await Ask(await TestMerchant.Create(server), 0)).Status);
    }

    private Task<RawAnswer> Ask(TestMerchant merchant, int number) =>
        server.Post("/v1/logins/link", merchant.PublishableKey, $$"""{"email": "buyer{{number}}@firm.example"}""");
}

[Collection(nameof(OnSqlite))]
public sealed class RateLimitsOnSqlite(ServerOnSqlite server) : RateLimitsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class RateLimitsOnPostgres(ServerOnPostgres server) : RateLimitsTests(server);
