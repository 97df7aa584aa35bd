using System.Data.Common;
using System.Diagnostics;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using BillingHeadless.Tests.Kit;
using Npgsql;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>
/// How many purchases a second the database itself could take: the rows of real purchases, renamed, into the same tables with
/// the same indexes, in as many commits as the server has used, with the same durability. On SQLite one connection writes, as
/// it must; on PostgreSQL as many as there were buyers.
/// </summary>
public sealed class CeilingRun(TestDatabase database, IReadOnlyList<PurchaseRows> purchases)
{
    private readonly IReadOnlyList<IReadOnlyList<RowStatement>> statements = [.. purchases.Select(RowStatement.Of)];
    private long written;

    public double StatementsPerPurchase => statements.Average(purchase => purchase.Count);

    /// <returns>Purchases a second.</returns>
    public async Task<double> Run(int buyers, double commitsPerPurchase, TimeSpan duration)
    {
        var writers = database.Kind == DatabaseKind.Sqlite ? 1 : buyers;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => WriteUntil(clock, duration, commitsPerPurchase)));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private async Task<long> WriteUntil(Stopwatch clock, TimeSpan duration, double commitsPerPurchase)
    {
        await using var writer = new RowWriter(await Open());
        var count = 0L;
        while (clock.Elapsed < duration)
        {
            var purchase = Interlocked.Increment(ref written);
            await writer.Write(statements[(int)(purchase % statements.Count)], purchase, CommitsDue(count, commitsPerPurchase));
            count++;
        }

        await writer.Commit();
        return count;
    }

    /// <summary>On average as many as the server: 3, 4, 3, 4 … for 3.5, and 0, 1, 0, 1 … for 0.5.</summary>
    private static int CommitsDue(long purchase, double commitsPerPurchase) =>
        (int)(Math.Floor((purchase + 1) * commitsPerPurchase) - Math.Floor(purchase * commitsPerPurchase));

    private async Task<DbConnection> Open()
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            var connection = new SqliteWriterConnection(Path.Combine(database.Directory, "billing.db"));
            connection.Open();
            return connection.Connection;
        }

        // Prepared at its first use, as a statement of any application would be.
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, MaxAutoPrepare = 200, AutoPrepareMinUsages = 1 };
        var postgres = new NpgsqlConnection(settings.ToString());
        await postgres.OpenAsync();
        return postgres;
    }
}
