using BillingHeadless.SandboxProvider;
using BillingHeadless.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>
/// The real server, in this process, on Kestrel at a free port, with a folder and a database of its own. A test class that runs on
/// both databases is written once and named twice:
/// <code>
/// public abstract class CreateProductTests(RunningServer server) { … }
/// public sealed class CreateProductOnSqlite(ServerOnSqlite server) : CreateProductTests(server), IClassFixture&lt;ServerOnSqlite&gt;;
/// public sealed class CreateProductOnPostgres(ServerOnPostgres server) : CreateProductTests(server), IClassFixture&lt;ServerOnPostgres&gt;;
/// </code>
/// </summary>
public class RunningServer(DatabaseKind kind) : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>The operator's key of every test server.</summary>
    public const string PlatformKey = "platform_of_the_tests_0123456789";

    private readonly bool isGiven;
    private TestDatabase? database;
    private WebApplication? app;
    private HttpClient? client;

    public DatabaseKind Kind => kind;

    /// <summary>The system's clock of this server.</summary>
    public TestTime Time { get; } = new();

    /// <summary>Settings beside those of the database, such as <c>--Billing:Demo=true</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What a test must replace, before the server is built.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>Its own unless a test gives one, which then stays the test's.</summary>
    public TestDatabase Database
    {
        get => database ?? throw NotStarted();
        init => (database, isGiven) = (value, true);
    }

    public IServiceProvider Services => (app ?? throw NotStarted()).Services;

    /// <summary>Calls the server without a key; give one with each request.</summary>
    public HttpClient Client => client ?? throw NotStarted();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        database ??= await TestDatabase.Create(kind);
        await Start();
    }

    /// <summary>Stops the server as an operator does, then starts it again on the same data.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async Task DisposeAsync()
    {
        await Stop();
        if (database is not null && !isGiven)
        {
            await database.DisposeAsync();
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private async Task Start()
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            "--Logging:LogLevel:Default=Error",
            $"--Billing:PlatformKey={PlatformKey}",
            "--Billing:Demo=false",
            .. Database.Settings,
            .. Settings,
        ];
        app = BillingServer.Build(settings, services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            SandboxAt(services, Time);
            Replace(services);
        });
        await BillingServer.Start(app);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    private async Task Stop()
    {
        client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        app = null;
    }

    /// <summary>The provider signs its callbacks by the same clock.</summary>
    private static void SandboxAt(IServiceCollection services, TimeProvider time)
    {
        var options = services.Select(service => service.ImplementationInstance).OfType<SandboxProviderOptions>().Single();
        services.AddSingleton(options with { Clock = time });
    }

    private static InvalidOperationException NotStarted() => new("The server has not been started.");
}

public sealed class ServerOnSqlite() : RunningServer(DatabaseKind.Sqlite);

public sealed class ServerOnPostgres() : RunningServer(DatabaseKind.Postgres);
