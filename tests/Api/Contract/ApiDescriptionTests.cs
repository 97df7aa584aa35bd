using System.Net;
using BillingHeadless.Server.Platform.Http.OpenApi;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Contract;

/// <summary>The running server describes itself; the repository's openapi.json equals the same text (tests/Style).</summary>
public abstract class ApiDescriptionTests(RunningServer server)
{
    [Fact]
    public async Task The_running_server_serves_the_text_that_the_command_writes()
    {
        using var response = await server.Client.GetAsync("/openapi.json");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await OpenApiCommand.Describe(), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/docs/index.html", "swagger-ui")]
    [InlineData("/docs/index.js", "/openapi.json")]
    public async Task The_description_can_be_browsed(string path, string holds)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(holds, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

public sealed class ApiDescriptionOnSqlite(ServerOnSqlite server) : ApiDescriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ApiDescriptionOnPostgres(ServerOnPostgres server) : ApiDescriptionTests(server), IClassFixture<ServerOnPostgres>;
