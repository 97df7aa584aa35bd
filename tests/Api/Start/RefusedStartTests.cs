using System.Runtime.Versioning;
using BillingHeadless.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.Tests.Api.Start;

/// <summary>A start that cannot be says in one sentence what to do, and ends with an exit code that is not zero.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RefusedStartTests : IAsyncLifetime
{
    private const UnixFileMode ReadOnlyFile = UnixFileMode.UserRead;
    private const UnixFileMode ReadOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode Everything = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private TestDatabase files = null!;

    public async Task InitializeAsync() => files = await TestDatabase.Create(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await files.DisposeAsync();

    [Fact]
    public async Task A_data_directory_that_cannot_be_made()
    {
        var file = Path.Combine(files.Directory, "file");
        await File.WriteAllTextAsync(file, "not a folder");

        await Refuses([$"--Billing:DataDirectory={file}/data"], "cannot be written", "Billing:DataDirectory");
    }

    [Fact]
    public async Task A_data_directory_without_the_right_to_write()
    {
        File.SetUnixFileMode(files.Directory, ReadOnlyFolder);

        await Refuses(files.Settings, "cannot be written", "Billing:DataDirectory");

        File.SetUnixFileMode(files.Directory, Everything);
    }

    [Fact]
    public async Task A_second_server_on_the_same_file()
    {
        await using var first = new RunningServer(DatabaseKind.Sqlite) { Database = files };
        await first.InitializeAsync();

        await Refuses(files.Settings, "Another server already uses", files.Directory);
    }

    [Fact]
    public async Task A_database_file_that_is_read_only()
    {
        await StartOnce();
        File.SetUnixFileMode(files.File, ReadOnlyFile);

        await Refuses(files.Settings, "read-only", "right to write");
    }

    [Fact]
    public async Task A_database_file_that_another_program_has_locked()
    {
        await StartOnce();
        await using var other = new SqliteConnection($"Data Source={files.File};Pooling=False");
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction();

        await Refuses(files.Settings, "locked by another program");
    }

    [Fact]
    public async Task A_database_file_that_is_none()
    {
        await StartOnce();
        await File.WriteAllTextAsync(files.File, new string('x', 10_000));

        await Refuses(files.Settings, "damaged", "backup");
    }

    [Fact]
    public async Task A_master_key_file_that_is_missing()
    {
        await StartOnce();
        File.Delete(MasterKeyFile);

        await Refuses(files.Settings, "master key file", "missing");
    }

    [Fact]
    public async Task A_master_key_file_that_holds_no_key()
    {
        await StartOnce();
        await File.WriteAllTextAsync(MasterKeyFile, "none");

        await Refuses(files.Settings, "master key", "base 64");
    }

    [Fact]
    public async Task A_master_key_of_another_installation()
    {
        await StartOnce();

        await Refuses([.. files.Settings, $"--Billing:MasterKey={Convert.ToBase64String(new byte[32])}"], "not the one");
    }

    [Fact]
    public async Task PostgreSQL_without_a_master_key() =>
        await Refuses([.. files.Settings, "--Database:ConnectionString=Host=localhost"], "Billing:MasterKey", "openssl");

    [Fact]
    public async Task PostgreSQL_that_is_not_there() => await Refuses(
        [.. files.Settings, $"--Database:ConnectionString=Host={files.Directory};Username=billing", $"--Billing:MasterKey={Convert.ToBase64String(new byte[32])}"],
        "Database:ConnectionString",
        "check");

    [Fact]
    public async Task A_connection_string_that_cannot_be_read() => await Refuses(
        [.. files.Settings, "--Database:ConnectionString=somewhere", $"--Billing:MasterKey={Convert.ToBase64String(new byte[32])}"],
        "Database:ConnectionString",
        "Host=");

    [Theory]
    [InlineData("Billing:PublicUrl", "billing.example.com")]
    [InlineData("Billing:TrustedProxies", "proxy.example.com")]
    [InlineData("Billing:TrustedProxies", "10.0.0.0/33")]
    [InlineData("Billing:PlatformKey", "short")]
    [InlineData("Billing:Demo", "perhaps")]
    public async Task A_setting_that_cannot_be_understood(string name, string value) => await Refuses([.. files.Settings, $"--{name}={value}"], name, "set it to");

    [Fact]
    public async Task More_proxies_than_anybody_has() => await Refuses(
        [.. files.Settings, .. Enumerable.Range(0, Server.Limits.TrustedProxies + 1).Select(number => $"--Billing:TrustedProxies:{number}=10.0.0.{number}")],
        "Billing:TrustedProxies",
        "name 50 at most");

    [Fact]
    public async Task An_address_that_is_taken()
    {
        await using var first = new RunningServer(DatabaseKind.Sqlite) { Database = files };
        await first.InitializeAsync();
        await using var others = await TestDatabase.Create(DatabaseKind.Sqlite);

        await Refuses([.. others.Settings, $"--urls={first.Client.BaseAddress}"], "in use", "ASPNETCORE_URLS");
    }

    private string MasterKeyFile => Path.Combine(files.Directory, "master.key");

    private async Task StartOnce()
    {
        await using var server = new RunningServer(DatabaseKind.Sqlite) { Database = files };
        await server.InitializeAsync();
    }

    private static async Task Refuses(IEnumerable<string> settings, params string[] words)
    {
        await using var process = ServerProcess.Start(settings);
        var exit = await process.Exit();

        Assert.NotEqual(0, exit.Code);
        var sentence = Assert.Single(exit.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith(".", sentence);
        Assert.All(words, word => Assert.Contains(word, sentence));
    }
}
