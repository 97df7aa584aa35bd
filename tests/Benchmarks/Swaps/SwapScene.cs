using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Benchmarks.Databases;
using BillingHeadless.Tests.Benchmarks.Processes;
using BillingHeadless.Tests.Benchmarks.Purchases;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>A server, a provider, a merchant with an account of its own there, buyers who never stop, and an operator who swaps the gateway.</summary>
public sealed class SwapScene : IAsyncDisposable
{
    private const int WarmUpPurchases = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string apiKey = $"key-{Guid.NewGuid():n}";
    private readonly SocketsHttpHandler connections = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly SandboxVersions versions = new();
    private readonly ConcurrentBag<string> failed = [];
    private readonly TimeProvider time;
    private readonly TestDatabase database;
    private readonly Buyer buyer;
    private ProviderProcess provider = null!;
    private BillingProcess server = null!;
    private Seller seller = null!;
    private BillingClient operatorClient = null!;
    private long purchases;

    private SwapScene(TestDatabase database, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        buyer = new Buyer(new HttpClient(connections, disposeHandler: false), time);
    }

    public static async Task<SwapScene> Build(DatabaseKind kind, TimeProvider time)
    {
        var scene = new SwapScene(await TestDatabase.Create(kind), time);
        try
        {
            await scene.Start();
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    public async Task<SwapFigures> Run(int swaps, int buyers, TextWriter output)
    {
        var before = server.ResidentBytes;
        using var end = new CancellationTokenSource();
        var buying = Enumerable.Range(0, buyers).Select(_ => BuyUntil(end.Token)).ToList();
        var clock = Stopwatch.StartNew();
        var latencies = await Swap(swaps, output);
        var elapsed = clock.Elapsed;
        await end.CancelAsync();
        await Task.WhenAll(buying);
        await JobQueue.Drain(database, time);
        return new SwapFigures
        {
            Swaps = [.. latencies.Order()],
            Elapsed = elapsed,
            Purchases = (int)purchases,
            Failed = [.. failed],
            Books = await BookComparison.Make(database, new ProviderBook(new HttpClient(connections, disposeHandler: false), provider.Address, apiKey)),
            Balanced = (await seller.Api.ProveBooksAsync()).Balanced,
            ContextsAlive = await ContextsThatStay(),
            BytesBefore = before,
            BytesAfter = server.ResidentBytes,
            Calls = await CallCost.Measure(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        server?.Dispose();
        provider?.Dispose();
        connections.Dispose();
        versions.Dispose();
        await database.DisposeAsync();
    }

    private async Task Start()
    {
        provider = await ProviderProcess.Launch();
        server = await BillingProcess.Launch(database, $"--Billing:TrustedPublishers={versions.Publisher}");
        operatorClient = BillingClient.Connect(server.Address, BillingProcess.PlatformKey, connections);
        seller = await Seller.Open(server, provider, connections);
        await seller.Api.UpdateGatewayAsync(Seller.Gateway, new UpdateGatewayRequest
        {
            Enabled = true,
            Settings = JsonSerializer.SerializeToElement(new Dictionary<string, string>
            {
                ["baseUrl"] = provider.Address.AbsoluteUri,
                ["apiKey"] = apiKey,
                ["signingSecret"] = $"secret-{Guid.NewGuid():n}",
            }),
        });
        for (var warm = 0; warm < WarmUpPurchases; warm++)
        {
            await Buy();
        }

        ThrowIfFailed();
    }

    private void ThrowIfFailed()
    {
        if (!failed.IsEmpty)
        {
            throw new InvalidOperationException($"The warm-up has failed: {failed.First()}");
        }
    }

    private async Task BuyUntil(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Buy();
        }
    }

    private async Task Buy()
    {
        try
        {
            await buyer.Purchase(seller, Interlocked.Increment(ref purchases));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or BillingException)
        {
            failed.Add($"A purchase: {exception.Message}");
        }
    }

    private async Task<IReadOnlyList<TimeSpan>> Swap(int swaps, TextWriter output)
    {
        const int Tell = 100;
        var latencies = new List<TimeSpan>();
        for (var number = 1; number <= swaps; number++)
        {
            latencies.Add(await SwapOnce(number));
            if (number % Tell == 0)
            {
                await output.WriteLineAsync($"{number} swaps, {Interlocked.Read(ref purchases)} purchases, {failed.Count} failed, {server.ResidentBytes / 1_048_576} MB");
            }
        }

        return latencies;
    }

    private async Task<TimeSpan> SwapOnce(int number)
    {
        using var package = new MemoryStream(versions.Package(number));
        var clock = Stopwatch.StartNew();
        try
        {
            var installed = await operatorClient.InstallPluginAsync(package);
            if (installed.Nodes.First().Version != installed.Version)
            {
                failed.Add($"A swap: the node runs {installed.Nodes.First().Version} instead of {installed.Version}");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or BillingException)
        {
            failed.Add($"A swap: {exception.Message}");
        }

        return clock.Elapsed;
    }

    /// <summary>Old versions go when their calls have ended and the collector has come by; what has not gone in minutes stays.</summary>
    private async Task<int> ContextsThatStay()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var node = (await operatorClient.GetPluginAsync(Seller.Gateway)).Nodes.First();
            if (node is { ContextsAlive: 0, Loaded.Count: 1 } || clock.Elapsed > Patience)
            {
                return node.ContextsAlive + node.Loaded.Count - 1;
            }

            await Task.Delay(LookAgain, time);
        }
    }
}
