using System.Net;
using System.Text.Json;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>A database that fails while the server runs: callers hear it in a sentence, nothing is lost, and the same request succeeds afterwards.</summary>
public sealed class OutageTests
{
    private const string SameKey = "the-same-request";

    /// <summary>Long enough to need new pages of a file.</summary>
    private static readonly string LongAgreement = JsonSerializer.Serialize(new { title = "Terms", texts = new { en = new string('x', 90_000), uk = new string('y', 90_000) } });

    [Fact]
    public async Task A_full_disk_costs_an_answer_and_no_more()
    {
        await using var server = new RunningServer(DatabaseKind.Sqlite);
        await server.InitializeAsync();
        var merchant = await TestMerchant.Create(server);
        await server.Get<IWriter>().Write(default, (db, cancel) => db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1", cancel), default);

        AssertUnavailable(await CreateAgreement(server, merchant), "full");

        await AssertMadeOnce(server, merchant);
    }

    [Fact]
    public async Task A_locked_file_costs_an_answer_and_no_more()
    {
        await using var server = new RunningServer(DatabaseKind.Sqlite);
        await server.InitializeAsync();
        var merchant = await TestMerchant.Create(server);
        await using (var other = await server.Database.Connect())
        await using (await other.BeginTransactionAsync())
        {
            AssertUnavailable(await CreateAgreement(server, merchant), "locked");
        }

        await AssertMadeOnce(server, merchant);
    }

    [Fact]
    public async Task A_stopped_PostgreSQL_costs_answers_and_no_more()
    {
        await using var postgres = await PostgresServer.StartOwn();
        await using var database = await TestDatabase.CreateOn(postgres);
        await using var server = new RunningServer(DatabaseKind.Postgres) { Database = database };
        await server.InitializeAsync();
        var merchant = await TestMerchant.Create(server);

        await postgres.Stop();
        AssertUnavailable(await CreateAgreement(server, merchant), "PostgreSQL");
        AssertUnavailable(await server.Read("/v1/products", merchant.SecretKey), "PostgreSQL");
        await postgres.Start();

        await AssertMadeOnce(server, merchant);
    }

    private static Task<RawAnswer> CreateAgreement(RunningServer server, TestMerchant merchant) =>
        server.Post("/v1/agreements", merchant.SecretKey, LongAgreement, SameKey);

    private static void AssertUnavailable(RawAnswer answer, string word)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("database_unavailable", answer.Code);
        Assert.Contains(word, answer.Body.GetProperty("detail").GetString());
        Assert.NotNull(answer.Header("Retry-After"));
    }

    private static async Task AssertMadeOnce(RunningServer server, TestMerchant merchant)
    {
        Assert.Equal(HttpStatusCode.Created, (await CreateAgreement(server, merchant)).Status);
        Assert.Equal(HttpStatusCode.Created, (await CreateAgreement(server, merchant)).Status);
        Assert.Equal(1L, await server.Database.Execute("select count(*) from agreements"));
    }
}
