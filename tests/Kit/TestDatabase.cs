using System.Data.Common;
using System.Globalization;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingHeadless.Tests.Kit;

/// <summary>A data directory and an empty database of a test's own; both are gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>A master key is required on PostgreSQL; any will do.</summary>
    private static readonly string MasterKey = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly PostgresServer? server;

    private TestDatabase(DatabaseKind kind, PostgresServer? server, string? connectionString)
    {
        Kind = kind;
        this.server = server;
        ConnectionString = connectionString;
    }

    public DatabaseKind Kind { get; }

    /// <summary>Null on SQLite.</summary>
    public string? ConnectionString { get; }

    /// <summary>The data directory.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("billing-data-").FullName;

    /// <summary>The file on SQLite.</summary>
    public string File => Path.Combine(Directory, "billing.db");

    /// <summary>The arguments that make a server use it.</summary>
    public IReadOnlyList<string> Settings => ConnectionString is null
        ? [$"--Billing:DataDirectory={Directory}"]
        : [$"--Billing:DataDirectory={Directory}", $"--Billing:MasterKey={MasterKey}", $"--Database:ConnectionString={ConnectionString}"];

    public static async Task<TestDatabase> Create(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? new TestDatabase(kind, null, null) : await CreateOn(await PostgresServer.Get());

    /// <summary>On a PostgreSQL server of the test's own, which it may stop.</summary>
    public static async Task<TestDatabase> CreateOn(PostgresServer server) => new(DatabaseKind.Postgres, server, await server.CreateDatabase());

    /// <summary>A connection past the server, to look at rows or to damage them.</summary>
    public async Task<DbConnection> Connect()
    {
        DbConnection connection = ConnectionString is null
            ? new SqliteConnection($"Data Source={File};Pooling=False")
            : new NpgsqlConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A context past the server's writer and reader. Without foreign keys, rows may stand alone.</summary>
    public BillingDb OpenContext(bool enforcesForeignKeys = true) => ConnectionString is null
        ? new SqliteBillingDb(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite($"Data Source={File};Pooling=False;Foreign Keys={enforcesForeignKeys}").Options)
        : new PostgresBillingDb(new DbContextOptionsBuilder<PostgresBillingDb>()
            .UseNpgsql(enforcesForeignKeys ? ConnectionString : $"{ConnectionString};Options=-c session_replication_role=replica").Options);

    /// <summary>Runs SQL past the server; answers the first column of the first row.</summary>
    public async Task<object?> Execute(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Runs SQL past the server; answers the first column of all rows as texts.</summary>
    public async Task<IReadOnlyList<string>> Column(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DropDatabase(ConnectionString!);
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
