using System.Net;
using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Tests.Durability.Processes;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>
/// A database and the node that serves it, which is started again whenever it has died. Its callers do what a client must: a call whose
/// answer did not come is made again, under the same key, and one that is told to wait waits.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private const int MostTries = 20;
    private const string KeyInUse = "idempotency_key_in_use";

    /// <summary>Longer than any lease.</summary>
    private static readonly TimeSpan UntilLeasesEnd = Server.Limits.JobLease + TimeSpan.FromSeconds(1);

    private readonly TestTime time = new();
    private readonly HttpClient http = new();
    private NodeProcess node;

    private Installation(TestDatabase database, NodeProcess node)
    {
        Database = database;
        this.node = node;
    }

    public TestDatabase Database { get; }

    public DateTimeOffset Now => time.Now;

    public Uri Address => node.Address;

    /// <summary>At which crash points the node has died.</summary>
    public List<string> Deaths { get; } = [];

    public static async Task<Installation> Start(DatabaseKind kind)
    {
        var database = await TestDatabase.Create(kind);
        return new Installation(database, await NodeProcess.Start(database));
    }

    public BillingClient Client(string key) => BillingClient.Connect(node.Address, key);

    /// <summary>Counts crash points from here on; with a crash, the node dies at it.</summary>
    public async Task Watch(Crash? crash)
    {
        Deaths.Clear();
        await node.Tell(crash is null ? "count" : $"{(crash.IsBefore ? "before" : "after")} {crash.Number}");
    }

    /// <summary>The crash points since counting began, in words.</summary>
    public async Task<IReadOnlyList<string>> Points() => JsonSerializer.Deserialize<string[]>((await node.Tell("points"))!)!;

    /// <summary>Says in words what comes next.</summary>
    public Task Step(string words) => node.Tell($"step {words}");

    /// <summary>Calls the API until there is an answer.</summary>
    public async Task<T> Ask<T>(string key, Func<BillingClient, Task<T>> call)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call(Client(key));
            }
            catch (HttpRequestException) when (tries < MostTries)
            {
                await StartAgain();
            }
            catch (BillingException refusal) when (refusal.Code == KeyInUse && tries < MostTries)
            {
                await Pass(Server.Limits.IdempotencyLease);
            }
        }
    }

    /// <summary>Delivers a provider's message until it is taken.</summary>
    public async Task Deliver(string path, SignedCallback message)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = new ByteArrayContent(message.Body) };
                request.Headers.Add("Sandbox-Signature", message.Signature);
                using var answer = await http.SendAsync(request);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return;
            }
            catch (HttpRequestException) when (tries < MostTries)
            {
                await StartAgain();
            }
        }
    }

    /// <summary>Runs due jobs until nothing is due any more; those of a dead node come again when its leases have ended.</summary>
    public async Task Settle()
    {
        for (var tries = 0; await AreJobsDue(); tries++)
        {
            Assert.True(tries < MostTries, "Jobs keep being due.");
            await Wait(tries == 0 ? TimeSpan.Zero : UntilLeasesEnd);
        }
    }

    /// <summary>Lets time pass, then runs due jobs.</summary>
    public async Task Wait(TimeSpan span)
    {
        await Pass(span);
        await RunJobs();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await node.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task RunJobs()
    {
        if (await node.Tell("jobs") is null)
        {
            await StartAgain();
            Assert.NotNull(await node.Tell("jobs"));
        }
    }

    private Task<string?> Pass(TimeSpan span)
    {
        time.Advance(span);
        return node.Tell($"time {time.Now:O}");
    }

    /// <summary>Whether a job is due, also one that a dead node holds.</summary>
    private async Task<bool> AreJobsDue() =>
        Convert.ToInt64(await Database.Execute($"select count(*) from jobs where state = 'Waiting' and run_at <= {Instants.ToMicroseconds(time.Now)}")) > 0;

    /// <summary>As a service manager does.</summary>
    private async Task StartAgain()
    {
        Deaths.Add(await node.Death());
        await node.DisposeAsync();
        node = await NodeProcess.Start(Database);
        await node.Tell($"time {time.Now:O}");
    }
}
