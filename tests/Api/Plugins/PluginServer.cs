using System.Security.Cryptography;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>A stepped server with a plugins folder of its own, whose unloaded versions grow old by the test's clock.</summary>
public abstract class PluginServer : SteppedServer, IAsyncLifetime
{
    private const int MostRounds = 50;

    protected PluginServer(DatabaseKind kind)
        : base(kind)
    {
        var stepped = Replace;
        Replace = services =>
        {
            stepped(services);
            services.AddSingleton(new PluginLoader(Time));
        };
        Copy(Path.Combine(AppContext.BaseDirectory, "plugins"), Folder);
        Settings = [$"--Billing:PluginsDirectory={Folder}"];
    }

    /// <summary>The plugins folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("billing-plugins-").FullName;

    /// <summary>One look of the keeper, which looks by itself only while a server runs freely.</summary>
    public Task Look() => Get<PluginKeeper>().Look(CancellationToken.None);

    /// <summary>Looks until something is so.</summary>
    public async Task LookUntil(Func<Task<bool>> isSo)
    {
        for (var round = 0; !await isSo(); round++)
        {
            Assert.True(round < MostRounds, "It does not come about.");
            Time.Advance(HostingLimits.LeavesByItself);
            await Get<PluginRetirement>().Settle();
            await Look();
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>A server that takes packages of one publisher alone, as one in production does.</summary>
public abstract class SigningServer : PluginServer
{
    protected SigningServer(DatabaseKind kind)
        : base(kind) => Settings = [.. Settings, "--Billing:AllowUnsignedPlugins=false", $"--Billing:TrustedPublishers:0={PublisherKey.Of(Key).Text}"];

    /// <summary>The publisher's.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);
}

public sealed class SigningOnSqlite() : SigningServer(DatabaseKind.Sqlite);

public sealed class SigningOnPostgres() : SigningServer(DatabaseKind.Postgres);

public sealed class PluginsOnSqlite() : PluginServer(DatabaseKind.Sqlite);

public sealed class PluginsOnPostgres() : PluginServer(DatabaseKind.Postgres);
