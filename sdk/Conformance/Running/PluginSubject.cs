using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Running;

/// <summary>The package under test: read, unpacked and loaded as a server does it.</summary>
internal sealed class PluginSubject : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("billing-conformance-");
    private readonly PluginEgress egress = new();
    private readonly PluginLoader loader = new(TimeProvider.System);
    private readonly ConformanceOptions options;
    private LoadedPlugin? plugin;

    private PluginSubject(byte[] package, Func<GatewayAdapter> adapter, ConformanceOptions options)
    {
        Hash = PluginPackage.HashOf(package);
        NewAdapter = adapter;
        this.options = options;
        Reading = PluginPackage.Read(package, PackageTrust.Anyone, "The package");
        Caller = new PluginCaller(egress, TimeProvider.System);
    }

    /// <summary>SHA-256 of the package.</summary>
    public string Hash { get; }

    /// <summary>The package, or why it is none.</summary>
    public PackageReading Reading { get; }

    /// <summary>Why a package that can be read cannot be loaded; null when it can.</summary>
    public PluginFailure? LoadFailure { get; private set; }

    /// <summary>The plugin; null when there is none.</summary>
    public HostedGateway? Gateway { get; private set; }

    /// <summary>Makes a provider with an empty book.</summary>
    public Func<GatewayAdapter> NewAdapter { get; }

    /// <summary>Calls plugins.</summary>
    public PluginCaller Caller { get; }

    public static async Task<PluginSubject> OpenAsync(byte[] package, Func<GatewayAdapter> adapter, ConformanceOptions options)
    {
        var subject = new PluginSubject(package, adapter, options);
        if (subject.Reading.Package is { } read)
        {
            var loading = await subject.LoadAsync(read).ConfigureAwait(false);
            subject.plugin = loading.Plugin;
            subject.LoadFailure = loading.Failure;
            subject.Gateway = loading.Plugin is { Card: Plugins.Gateways.GatewayCard } loaded ? new HostedGateway(loaded, subject.Caller) : null;
        }

        return subject;
    }

    /// <summary>Another copy of the package in memory, as after a restart.</summary>
    public async Task<LoadedPlugin> LoadAnotherAsync() => Loaded(await LoadAsync(Reading.Package!).ConfigureAwait(false));

    /// <summary>The version before this one; null when none was given.</summary>
    public async Task<LoadedPlugin?> LoadPreviousAsync()
    {
        if (options.PreviousPackage is not { } bytes)
        {
            return null;
        }

        var reading = PluginPackage.Read(bytes, PackageTrust.Anyone, "The previous package");
        Assert.True(reading.Package is not null, string.Join(' ', reading.Failure?.Sentences ?? []));
        return Loaded(await LoadAsync(reading.Package).ConfigureAwait(false));
    }

    /// <summary>Disposes of the plugin for good and looks for what is left of it.</summary>
    public async Task<UnloadWatch> UnloadAsync()
    {
        var leaving = plugin!;
        (plugin, Gateway) = (null, null);
        return await leaving.UnloadAsync(HostingLimits.Dispose, CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (plugin is not null)
        {
            await UnloadAsync().ConfigureAwait(false);
        }

        egress.Dispose();
        folder.Delete(recursive: true);
    }

    private static LoadedPlugin Loaded(PluginLoading loading)
    {
        Assert.True(loading.Plugin is not null, string.Join(' ', loading.Failure?.Sentences ?? []));
        return loading.Plugin;
    }

    private Task<PluginLoading> LoadAsync(PluginPackage package) => new PackageStage(folder.FullName, loader).LoadAsync(package, CancellationToken.None);
}
