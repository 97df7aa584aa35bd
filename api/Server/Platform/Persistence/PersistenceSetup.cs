using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Persistence;

public static class PersistenceSetup
{
    /// <summary>SQLite in the data directory, or PostgreSQL when a connection string is given.</summary>
    public static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<OutboxCommit>();
        services.AddSingleton<IDatabase>(Choose);
        services.AddSingleton(provider => provider.GetRequiredService<IDatabase>().Writer);
        services.AddSingleton<Reader>();
        services.AddSingleton(provider => new JobClaim(provider.GetRequiredService<IDatabase>().PassOverLocked));
    }

    private static IDatabase Choose(IServiceProvider services)
    {
        var outbox = services.GetRequiredService<OutboxCommit>();
        var observer = services.GetService<ICommitObserver>();
        return services.GetRequiredService<BillingOptions>().ConnectionString is { } connectionString
            ? new PostgresDatabase(connectionString, outbox, observer)
            : new SqliteDatabase(services.GetRequiredService<DataDirectory>().DatabaseFile, outbox, observer, services.GetService<SteppedRun>() is not null);
    }
}
