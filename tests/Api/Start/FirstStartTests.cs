using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Start;

/// <summary>What the very first start makes, and what a death in its midst leaves.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FirstStartTests
{
    private const string KeyMark = "Platform key, shown this once: ";
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task The_platform_key_is_printed_by_the_first_start_only_and_stored_as_a_hash()
    {
        await using var files = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var first = ServerProcess.Start(files.Settings);
        var address = await first.Address();
        var key = first.After(KeyMark);
        Assert.Equal(HttpStatusCode.Forbidden, await ReadProduct(address, key));
        await first.Kill();

        await using var second = ServerProcess.Start(files.Settings);
        Assert.Equal(HttpStatusCode.Forbidden, await ReadProduct(await second.Address(), key));
        await second.Kill();

        Assert.DoesNotContain(KeyMark, (await second.Exit()).Output);
        Assert.DoesNotContain(key, (string)(await files.Execute("select platform_key_hash from installations"))!);
    }

    [Fact]
    public async Task Keys_and_database_are_for_the_servers_user_alone()
    {
        await using var server = new RunningServer(DatabaseKind.Sqlite);
        await server.InitializeAsync();

        Assert.All(["master.key", "billing.db"], name => Assert.Equal(OnlyOwner, File.GetUnixFileMode(Path.Combine(server.Database.Directory, name))));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_killed_server_starts_again(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await using var first = ServerProcess.Start(files.Settings);
        await first.Address();
        await first.Kill();

        await using var second = ServerProcess.Start(files.Settings);
        Assert.NotEmpty(await second.Address());
    }

    [Fact]
    public async Task Several_nodes_may_make_one_new_database_at_once()
    {
        const int Nodes = 3;
        await using var files = await TestDatabase.Create(DatabaseKind.Postgres);
        var nodes = Enumerable.Range(0, Nodes).Select(_ => ServerProcess.Start(files.Settings)).ToList();

        await Task.WhenAll(nodes.Select(node => node.Address()));
        await Task.WhenAll(nodes.Select(node => node.Kill()));

        var outputs = await Task.WhenAll(nodes.Select(node => node.Exit()));
        Assert.Single(outputs, exit => exit.Output.Contains(KeyMark));
        Assert.Equal(1L, await files.Execute("select count(*) from installations"));
    }

    /// <summary>The operator may not read a merchant's products: 403 shows that the key is known.</summary>
    private static async Task<HttpStatusCode> ReadProduct(string address, string key)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/v1/products/prd_0");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
