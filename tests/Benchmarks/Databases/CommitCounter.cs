using System.Buffers.Binary;
using System.Globalization;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Databases;

/// <summary>How many transactions have written to a database so far: asked of the database, past the server.</summary>
public static class CommitCounter
{
    /// <summary>
    /// <c>iChange</c> in the header of SQLite's WAL index, "incremented with each transaction"
    /// (https://sqlite.org/walformat.html); in the byte order of the machine.
    /// </summary>
    private const int WalIndexChangeOffset = 8;

    public static Task<long> Read(TestDatabase database) =>
        database.Kind == DatabaseKind.Sqlite ? Task.FromResult(ReadWalIndex(database)) : ReadTransactionIds(database);

    private static long ReadWalIndex(TestDatabase database)
    {
        Span<byte> counter = stackalloc byte[sizeof(uint)];
        using var index = new FileStream(
            Path.Combine(database.Directory, "billing.db-shm"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        index.Position = WalIndexChangeOffset;
        index.ReadExactly(counter);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(counter) : BinaryPrimitives.ReadUInt32BigEndian(counter);
    }

    /// <summary>PostgreSQL gives an id only to a transaction that writes; <c>xact_commit</c> would count the readers too.</summary>
    private static async Task<long> ReadTransactionIds(TestDatabase database) => Convert.ToInt64(
        await database.Execute("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint"), CultureInfo.InvariantCulture);
}
