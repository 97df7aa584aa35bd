using BillingHeadless.Server.Platform.Start;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>One file: any number of readers beside one writer.</summary>
public sealed class SqliteDatabase : IDatabase
{
    private readonly string readerConnectionString;
    private readonly PooledDbContextFactory<SqliteBillingDb> readers;
    private readonly PooledDbContextFactory<SqliteBillingDb> writers;
    private readonly SqliteWriterConnection connection;

    /// <param name="file">The database file.</param>
    /// <param name="outbox">The last statements of every write.</param>
    /// <param name="observer">Told of every commit.</param>
    /// <param name="isStepped">Whether writes are carried out by their callers and nothing happens in the background.</param>
    public SqliteDatabase(string file, OutboxCommit outbox, ICommitObserver? observer, bool isStepped)
    {
        connection = new SqliteWriterConnection(file);
        readerConnectionString = ReaderConnectionString(file);
        readers = new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite(readerConnectionString).Options);
        writers = new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite(connection.Connection).Options);
        var commit = new SqliteCommit(connection, writers.CreateDbContext, outbox, observer);
        Writer = isStepped ? new SqliteInlineWriter(commit) : new SqliteWriter(commit);
    }

    public IWriter Writer { get; }

    public string PassOverLocked => "";

    public bool IsShared => false;

    public async Task Start(CancellationToken cancel)
    {
        try
        {
            connection.Create();
            connection.Open();
            connection.ProveWritable();
            await using var db = writers.CreateDbContext();
            if (!await Schema.IsCurrent(db, cancel))
            {
                await RemoveMigrationLock(db, cancel);
                await db.Database.MigrateAsync(cancel);
            }
        }
        catch (Exception exception) when (Explain(exception) is { } unavailable)
        {
            throw new CannotStartException(unavailable.Message, exception);
        }
    }

    public BillingDb RentReader() => readers.CreateDbContext();

    public async Task BeginSnapshot(BillingDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancel);
    }

    public DatabaseUnavailableException? Explain(Exception exception) => SqliteFailure.Explain(exception);

    public async ValueTask DisposeAsync()
    {
        if (Writer is SqliteWriter writer)
        {
            await writer.DisposeAsync();
        }

        using (var reader = new SqliteConnection(readerConnectionString))
        {
            SqliteConnection.ClearPool(reader);
        }

        // The last one to close: SQLite then leaves one whole file.
        connection.Dispose();
    }

    /// <summary>A start that was killed while it migrated leaves EF's lock, and the next would wait for ever. Our own lock is the one on the folder.</summary>
    private static Task RemoveMigrationLock(SqliteBillingDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancel);

    private static string ReaderConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = SqliteWriterConnection.BusySeconds,
    }.ToString();
}
