using System.Diagnostics;
using Npgsql;

namespace BillingHeadless.Tests.Kit;

/// <summary>
/// A PostgreSQL server for tests: the run's, which is the one named by <c>BILLING_TEST_POSTGRES</c> or one of our own that is started
/// when it is first asked for, or one that a test may stop. Ours end with this process, however that ends: they wait for the end of
/// a pipe that we hold.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "BILLING_TEST_POSTGRES";
    private const string Binaries = "/usr/lib/postgresql";
    private const int ConnectionsPerServer = 40;

    /// <summary>No test fails because the machine is busy.</summary>
    private const int PatienceSeconds = 300;

    /// <summary>
    /// Durable as in production; reached by a socket in its own folder, so that no port is taken. A linguistic order of text is the
    /// hardest case. Obeys the lines "start" and "stop", and answers each with "done".
    /// </summary>
    private const string Script =
        """
        trap '' INT TERM
        cd "$1"
        chmod a+rx .
        initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US > initdb.log 2>&1
        while read -r command; do
          pg_ctl --pgdata=data --wait --mode=fast --log=server.log --options="-c listen_addresses= -k '$1' -c max_connections=200" "$command" >> pg_ctl.log 2>&1 && echo done || echo failed
        done
        pg_ctl --pgdata=data --mode=immediate stop >> pg_ctl.log 2>&1
        cd / && rm -rf "$1"
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(Find);

    private readonly string connectionString;

    /// <summary>The shell that obeys; null for a server that is not ours.</summary>
    private readonly Process? keeper;

    private PostgresServer(string connectionString, Process? keeper)
    {
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = PatienceSeconds, CommandTimeout = PatienceSeconds }.ToString();
        this.keeper = keeper;
    }

    /// <summary>The server of this run.</summary>
    public static Task<PostgresServer> Get() => Shared.Value;

    /// <summary>A server that a test may stop and start.</summary>
    public static async Task<PostgresServer> StartOwn()
    {
        var folder = Directory.CreateTempSubdirectory("billing-postgres-").FullName;
        var server = new PostgresServer($"Host={folder};Username=postgres;Database=postgres", Process.Start(await Describe(folder))!);
        await server.Start();
        return server;
    }

    public Task Start() => Tell("start");

    public Task Stop() => Tell("stop");

    /// <summary>Makes an empty database and answers how to connect to it.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"billing_{Guid.NewGuid():n}";
        await Execute($"create database {name}");
        return new NpgsqlConnectionStringBuilder(connectionString) { Database = name, MaxPoolSize = ConnectionsPerServer }.ToString();
    }

    public async Task DropDatabase(string database)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await Execute($"drop database if exists {name} with (force)");
    }

    /// <summary>Ends a server of a test's own.</summary>
    public async ValueTask DisposeAsync()
    {
        if (keeper is not null)
        {
            keeper.StandardInput.Close();
            await keeper.WaitForExitAsync();
            keeper.Dispose();
        }
    }

    private static async Task<PostgresServer> Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? new PostgresServer(given, null) : await StartOwn();

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user that its package has made, in a folder of that user's.</summary>
    private static async Task<ProcessStartInfo> Describe(string folder)
    {
        string[] shell = ["sh", "-c", Script, "sh", folder];
        string[] command = shell;
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["postgres", folder]);
            await chown.WaitForExitAsync();
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. shell];
        }

        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{NewestBinaries()}:{Environment.GetEnvironmentVariable("PATH")}";
        return start;
    }

    private static string NewestBinaries()
    {
        var versions = Directory.Exists(Binaries) ? Directory.GetDirectories(Binaries) : [];
        var newest = versions.MaxBy(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            ?? throw new InvalidOperationException($"The tests need PostgreSQL: install the package `postgresql`, or set {Variable}.");
        return Path.Combine(newest, "bin");
    }

    private async Task Tell(string command)
    {
        if (keeper is null)
        {
            throw new InvalidOperationException("This PostgreSQL server is not ours to start or stop.");
        }

        await keeper.StandardInput.WriteLineAsync(command);
        await keeper.StandardInput.FlushAsync();
        if (await keeper.StandardOutput.ReadLineAsync() != "done")
        {
            throw new InvalidOperationException($"PostgreSQL did not {command}: see the logs in {keeper.StartInfo.ArgumentList[^1]}.");
        }
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
