using System.Net;
using System.Net.Http.Headers;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Start;

/// <summary>A start from nothing, and again on what is there.</summary>
public abstract class CleanStartTests(RunningServer server)
{
    [Fact]
    public async Task A_new_server_answers_its_operator()
    {
        // The operator may not read a merchant's products; that the answer is 403 and not 401 shows that the key is known.
        Assert.Equal(HttpStatusCode.Forbidden, await ReadProductWith(RunningServer.PlatformKey));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadProductWith("platform_of_somebody_else"));
    }

    [Fact]
    public async Task A_stopped_server_starts_again_on_its_data()
    {
        var founded = await server.Database.Execute("select created_at from installations");
        server.Time.Advance(TimeSpan.FromDays(1));

        await server.Restart();

        Assert.NotNull(founded);
        Assert.Equal(founded, await server.Database.Execute("select created_at from installations"));
    }

    private async Task<HttpStatusCode> ReadProductWith(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/products/prd_0");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }
}

public sealed class CleanStartOnSqlite(ServerOnSqlite server) : CleanStartTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CleanStartOnPostgres(ServerOnPostgres server) : CleanStartTests(server), IClassFixture<ServerOnPostgres>;
