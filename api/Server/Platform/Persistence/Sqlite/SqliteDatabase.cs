using BillingHeadless.Server.Platform.Start;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>One file: any number of readers beside one writer.</summary>
public sealed class SqliteDatabase : IDatabase
{
    private readonly PooledDbContextFactory<SqliteBillingDb> readers;
    private readonly PooledDbContextFactory<SqliteBillingDb> writers;
    private readonly SqliteWriterConnection connection;
    private readonly string readerConnectionString;
    private readonly SqliteWriter writer;

    public SqliteDatabase(string file, OutboxCommit outbox, ICommitObserver? observer)
    {
        connection = new SqliteWriterConnection(file);
        readerConnectionString = ReaderConnectionString(file);
        readers = new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite(readerConnectionString).Options);
        writers = new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite(connection.Connection).Options);
        writer = new SqliteWriter(connection, writers.CreateDbContext, outbox, observer);
    }

    public IWriter Writer => writer;

    public async Task Start(CancellationToken cancel)
    {
        try
        {
            connection.Open();
            await using var db = writers.CreateDbContext();
            await db.Database.EnsureCreatedAsync(cancel);
        }
        catch (Exception exception) when (Explain(exception) is { } unavailable)
        {
            throw new CannotStartException(unavailable.Message, exception);
        }
    }

    public string PassOverLocked => "";

    public BillingDb RentReader() => readers.CreateDbContext();

    public DatabaseUnavailableException? Explain(Exception exception) => SqliteFailure.Explain(exception);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        using (var reader = new SqliteConnection(readerConnectionString))
        {
            SqliteConnection.ClearPool(reader);
        }

        // The last one to close: SQLite then leaves one whole file.
        connection.Dispose();
    }

    private static string ReaderConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = SqliteWriterConnection.BusySeconds,
    }.ToString();
}
