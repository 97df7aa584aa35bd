using BillingHeadless.Tests.Benchmarks.Ceiling;
using BillingHeadless.Tests.Benchmarks.Databases;
using BillingHeadless.Tests.Benchmarks.Processes;
using BillingHeadless.Tests.Benchmarks.Purchases;
using BillingHeadless.Tests.Benchmarks.Report;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks;

/// <summary>A database, a server on it, a provider, and merchants: everything that is measured together.</summary>
public sealed class Scene : IAsyncDisposable
{
    private const int MerchantsProved = 5;

    private readonly SocketsHttpHandler connections = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly List<Seller> sellers = [];
    private readonly int merchants;
    private readonly TimeProvider time;
    private readonly TestDatabase database;
    private readonly Load load;
    private ProviderProcess? provider;
    private BillingProcess? server;
    private CeilingRun? ceiling;

    private Scene(int merchants, TimeProvider time, TestDatabase database)
    {
        this.merchants = merchants;
        this.time = time;
        this.database = database;
        load = new Load(sellers, connections, time);
    }

    public StartLine? Starts { get; private set; }

    public static async Task<Scene> Build(DatabaseKind kind, int merchants, TimeProvider time)
    {
        var scene = new Scene(merchants, time, await TestDatabase.Create(kind));
        try
        {
            await scene.Start();
            await scene.OpenSellers();
            await scene.ReadOnePurchaseOfEach();
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the hot paths have been compiled for good, on a busy machine too.</summary>
    public async Task WarmUp(int buyers, TimeSpan duration)
    {
        await load.Run(buyers, duration);
        await JobQueue.Drain(database, time);
    }

    public async Task<PurchaseLine> Measure(int buyers, TimeSpan duration)
    {
        var (commits, processorTime) = (await CommitCounter.Read(database), server!.ProcessorTime);
        var figures = await load.Run(buyers, duration);
        var backlog = await JobQueue.Drain(database, time);
        return new PurchaseLine
        {
            Database = database.Kind,
            Merchants = merchants,
            Buyers = buyers,
            Load = figures,
            Backlog = backlog,
            ProcessorTime = server.ProcessorTime - processorTime,
            Commits = await CommitCounter.Read(database) - commits,
            ResidentBytes = server.ResidentBytes,
            Balanced = await ProveBooks(),
        };
    }

    /// <summary>Stops the server, and lets prepared statements do its writes on the same database.</summary>
    public async Task<IReadOnlyList<PurchaseLine>> MeasureCeilings(IReadOnlyList<PurchaseLine> lines, TimeSpan duration)
    {
        server!.Dispose();
        var measured = new List<PurchaseLine>();
        foreach (var line in lines)
        {
            measured.Add(line with { Ceiling = await ceiling!.Run(line.Buyers, line.CommitsPerPurchase, duration) });
        }

        return measured;
    }

    public async ValueTask DisposeAsync()
    {
        server?.Dispose();
        provider?.Dispose();
        connections.Dispose();
        await database.DisposeAsync();
    }

    private async Task Start()
    {
        StartFigures first;
        using (var maker = await BillingProcess.Launch(database))
        {
            first = maker.Start;
        }

        provider = await ProviderProcess.Launch();
        server = await BillingProcess.Launch(database);
        Starts = new StartLine(database.Kind, first, server.Start);
    }

    private async Task OpenSellers()
    {
        for (var i = 0; i < merchants; i++)
        {
            sellers.Add(await Seller.Open(server!, provider!, connections));
        }
    }

    /// <summary>The second one of each merchant: the first has made its accounts and counters, which stay.</summary>
    private async Task ReadOnePurchaseOfEach()
    {
        var tables = BillingTables.InOrderOfReference(database.Kind);
        await BuyOnce();
        var before = await DatabaseSnapshot.Take(database, tables);
        await BuyOnce();
        ceiling = new CeilingRun(database, PurchaseRows.Between(before, await DatabaseSnapshot.Take(database, tables)));
    }

    private async Task BuyOnce()
    {
        await load.BuyOnceInEach();
        await JobQueue.Drain(database, time);
    }

    private async Task<bool> ProveBooks()
    {
        var proofs = await Task.WhenAll(sellers.Take(MerchantsProved).Select(seller => seller.Api.ProveBooksAsync()));
        return proofs.All(proof => proof.Balanced);
    }
}
