using System.Data;
using BillingHeadless.Server.Platform.Start;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

/// <summary>A PostgreSQL server that any number of nodes share.</summary>
public sealed class PostgresDatabase : IDatabase
{
    /// <summary>Any number that nobody else on this database takes.</summary>
    private const long MigrationLock = 5_080_001;

    private readonly NpgsqlDataSource source;
    private readonly PooledDbContextFactory<PostgresBillingDb> contexts;

    public PostgresDatabase(string connectionString, OutboxCommit outbox, ICommitObserver? observer)
    {
        source = OpenSource(connectionString);
        contexts = new(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql(source).Options);
        Writer = new PostgresWriter(contexts.CreateDbContext, outbox, observer);
    }

    public IWriter Writer { get; }

    public string PassOverLocked => "for update skip locked";

    public bool IsShared => true;

    public async Task Start(CancellationToken cancel)
    {
        try
        {
            await using var db = contexts.CreateDbContext();
            if (!await Schema.IsCurrent(db, cancel))
            {
                await Migrate(db, cancel);
            }
        }
        catch (Exception exception) when (Explain(exception) is not null || exception is NpgsqlException)
        {
            throw new CannotStartException(
                $"The PostgreSQL database cannot be used ({exception.Message}): check Database:ConnectionString and that the server runs and lets this user in.", exception);
        }
    }

    public BillingDb RentReader() => contexts.CreateDbContext();

    public Task BeginSnapshot(BillingDb db, CancellationToken cancel) => db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public DatabaseUnavailableException? Explain(Exception exception) => PostgresFailure.Explain(exception);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Nodes that start together take turns: the first one migrates, the others find it done.</summary>
    private static async Task Migrate(PostgresBillingDb db, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(Limits.Migration);
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({MigrationLock})", cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private static NpgsqlDataSource OpenSource(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new CannotStartException(
                "Database:ConnectionString cannot be read: write it like Host=localhost;Database=billing;Username=billing;Password=….", exception);
        }
    }
}
