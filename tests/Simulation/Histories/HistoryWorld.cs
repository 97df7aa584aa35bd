using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Engine;
using BillingHeadless.Tests.Simulation.Troubles;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>One engine with its provider, in which one history after another is lived: each has a merchant of its own and begins at a time of its own.</summary>
internal sealed class HistoryWorld : IAsyncDisposable
{
    private readonly string directory;
    private readonly TestDatabase? database;
    private int merchants;

    private HistoryWorld(string directory, TestDatabase? database, PaymentProvider provider, BillingEngine engine, TestTime time)
    {
        this.directory = directory;
        this.database = database;
        (Provider, Engine, Time) = (provider, engine, time);
    }

    public PaymentProvider Provider { get; }

    public BillingEngine Engine { get; }

    public TestTime Time { get; }

    public static async Task<HistoryWorld> Start(DatabaseKind kind)
    {
        var (directory, time) = (MemoryFolder.Create(), new TestTime());
        var database = kind == DatabaseKind.Postgres ? await TestDatabase.Create(kind) : null;
        var provider = await PaymentProvider.Start(directory, seed: 1, time);
        var engine = await BillingEngine.Start(directory, seed: 2, time, new TroubleMaker(), database?.Settings);
        return new HistoryWorld(directory, database, provider, engine, time);
    }

    public int NextMerchant() => Interlocked.Increment(ref merchants);

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Provider.DisposeAsync();
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(directory, recursive: true);
    }
}
