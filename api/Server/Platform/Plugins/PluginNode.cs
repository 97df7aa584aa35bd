using System.Collections.Concurrent;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>
/// What this process runs. A new version is loaded beside the old one and switched to in one step; whatever goes wrong before that, the
/// old one goes on untouched. One change at a time.
/// </summary>
public sealed class PluginNode(
    PluginRack rack, PluginLoader loader, PackageStage stage, PluginLibrary library, PluginRetirement retirement, WaitingPayments waiting, PluginReturn returns, BillingOptions options, IdSource ids)
{
    private const string NodePrefix = "node";

    private readonly ConcurrentDictionary<string, long> fulfilled = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>This process, for as long as it runs.</summary>
    public string Id { get; } = ids.Text(NodePrefix);

    /// <summary>Runs a change of the plugins while no other one runs.</summary>
    public async Task<T> Alone<T>(Func<Task<T>> change, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return await change();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Loads what the folders hold and what is wanted, at start.</summary>
    public async Task Start(CancellationToken cancel)
    {
        var wanted = await library.Wanted(cancel);
        var elsewhere = wanted.Where(row => row.Source != PluginSource.Folder).Select(row => row.PluginId).ToHashSet();
        rack.Load(await PluginCatalogue.LoadAsync(options.PluginsDirectory, loader, cancel, elsewhere));
        foreach (var row in wanted.Where(row => row.Source == PluginSource.Folder))
        {
            fulfilled[row.PluginId] = row.Generation;
        }

        await Converge(cancel);
    }

    /// <summary>Loads a package beside what runs, and lets it check itself.</summary>
    public async Task<PluginLoading> Load(PluginPackage package, CancellationToken cancel)
    {
        if (RefusalOf(package.Manifest) is { } refused)
        {
            return new PluginLoading(null, refused);
        }

        try
        {
            return await stage.LoadAsync(package, cancel);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return Failed(package.Manifest.Id, FailureCodes.Unreadable, $"Give the server room and the right to write its data directory: {full.Message}");
        }
    }

    /// <summary>Whether a plugin of this id lies in a folder.</summary>
    public bool HasFolder(string pluginId) =>
        pluginId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && File.Exists(Path.Combine(options.PluginsDirectory, pluginId, PluginManifest.FileName));

    /// <summary>Loads the plugin's folder anew.</summary>
    public async Task<PluginLoading> LoadFolder(string pluginId, CancellationToken cancel)
    {
        var loading = await loader.LoadAsync(Path.Combine(options.PluginsDirectory, pluginId), cancel);
        return loading.Plugin is { } plugin && RefusalOf(plugin.Manifest) is { } refused ? await Discard(plugin, refused) : loading;
    }

    /// <summary>New calls go to this version from now on, or to none; the one before goes when nothing needs it.</summary>
    public async Task Switch(string pluginId, LoadedPlugin? next, long generation, CancellationToken cancel)
    {
        var slot = rack.Catalogue.FindSlot(pluginId);
        var before = slot?.Current;
        var lost = await waiting.LostVersions(pluginId, cancel);
        if (next is not null)
        {
            rack.Catalogue.Offer(next);
        }
        else
        {
            slot?.Exchange(null);
        }

        if (before is not null && before != next)
        {
            retirement.NoteReplaced(before);
        }

        fulfilled[pluginId] = generation;
        rack.ForgetFailure(pluginId);
        await retirement.Run(cancel);
        if (lost.Count > 0 && lost.Any(version => waiting.CanGoOn(pluginId, version)))
        {
            await returns.Announce(pluginId, lost, cancel);
        }
    }

    /// <summary>Gives a version back that was loaded and is not used.</summary>
    public static async Task<PluginLoading> Discard(LoadedPlugin plugin, PluginFailure because)
    {
        await plugin.UnloadAsync(TimeSpan.Zero, CancellationToken.None);
        return new PluginLoading(null, because);
    }

    /// <summary>Does what is wanted and not done yet. What cannot be done is told, and tried again when it is wanted anew or the process starts anew.</summary>
    public Task<bool> Converge(CancellationToken cancel) => Alone(
        async () =>
        {
            foreach (var row in await library.Wanted(cancel))
            {
                if (fulfilled.GetValueOrDefault(row.PluginId) != row.Generation)
                {
                    await Fulfil(row, cancel);
                }
            }

            return true;
        },
        cancel);

    /// <summary>What this node makes of a wish.</summary>
    public PluginState StateOf(string pluginId, WantedPluginRow? row) => row switch
    {
        _ when rack.FailureOf(pluginId) is not null => PluginState.Failed,
        not null when fulfilled.GetValueOrDefault(pluginId) != row.Generation => PluginState.Behind,
        { Source: PluginSource.None } => PluginState.Removed,
        _ => rack.Catalogue.Find(pluginId) is null ? PluginState.Failed : PluginState.Active,
    };

    private async Task Fulfil(WantedPluginRow row, CancellationToken cancel)
    {
        var loading = row.Source switch
        {
            PluginSource.None => new PluginLoading(null, null),
            PluginSource.Folder => await LoadFolder(row.PluginId, cancel),
            _ => await LoadPackage(row, cancel),
        };
        if (loading.Failure is { } failure)
        {
            rack.NoteFailure(row.PluginId, failure);
            fulfilled[row.PluginId] = row.Generation;
            return;
        }

        await Switch(row.PluginId, loading.Plugin, row.Generation, cancel);
    }

    /// <summary>Whose it is was decided when it was installed; here it only has to be the same.</summary>
    private async Task<PluginLoading> LoadPackage(WantedPluginRow row, CancellationToken cancel)
    {
        if (await library.Find(row.PluginId, row.PluginVersion!, cancel) is not { } bytes)
        {
            return Failed(row.PluginId, FailureCodes.FileMissing, $"Install the package of {row.PluginId} {row.PluginVersion} again: the database has it no more.");
        }

        var reading = PluginPackage.Read(bytes, PackageTrust.Anyone, row.PluginId);
        return reading.Package is { } package ? await Load(package, cancel) : new PluginLoading(null, reading.Failure);
    }

    private PluginFailure? RefusalOf(PluginManifest manifest) => rack.Catalogue.FindSlot(manifest.Id) switch
    {
        { } slot when slot.Kind != manifest.Kind => Failed(
            manifest.Id, FailureCodes.KindDiffers, $"Give the plugin an id of its own: {manifest.Id} is a {slot.Kind} here, and this is a {manifest.Kind}.").Failure,
        { Pinned: >= HostingLimits.PinnedVersions } => Failed(
            manifest.Id, FailureCodes.Pinned, $"Start the server anew, then install: {HostingLimits.PinnedVersions} versions of {manifest.Id} have not left its memory.").Failure,
        _ => null,
    };

    private static PluginLoading Failed(string pluginId, string code, string sentence) => new(null, new PluginFailure(pluginId, pluginId, [sentence]) { Code = code });
}
