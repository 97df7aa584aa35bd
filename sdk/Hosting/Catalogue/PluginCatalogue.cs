using System.Collections.Concurrent;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>All plugins of this process. A folder that holds no usable plugin is listed with what to mend, and harms no other.</summary>
public sealed class PluginCatalogue
{
    private readonly ConcurrentDictionary<string, PluginSlot> slots;

    private PluginCatalogue(IReadOnlyDictionary<string, PluginSlot> slots, IReadOnlyList<PluginFailure> failures) =>
        (this.slots, Failures) = (new ConcurrentDictionary<string, PluginSlot>(slots, StringComparer.Ordinal), failures);

    /// <summary>Loaded plugins, by id.</summary>
    public IEnumerable<PluginSlot> Slots => AllSlots.Where(slot => slot.Current is not null);

    /// <summary>Plugins that are or were loaded, by id: a removed one may still have calls running.</summary>
    public IEnumerable<PluginSlot> AllSlots => slots.Values.OrderBy(slot => slot.Id, StringComparer.Ordinal);

    /// <summary>Folders that could not be loaded.</summary>
    public IReadOnlyList<PluginFailure> Failures { get; }

    /// <summary>Loads every folder of the directory: <c>&lt;directory&gt;/&lt;id&gt;/plugin.json</c>. A missing directory has no plugins.</summary>
    /// <param name="directory">Where the folders are.</param>
    /// <param name="loader">Loads one.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <param name="except">Names of folders that are passed over; null: none.</param>
    public static async Task<PluginCatalogue> LoadAsync(
        string directory, PluginLoader loader, CancellationToken cancel, IReadOnlyCollection<string>? except = null)
    {
        var slots = new SortedDictionary<string, PluginSlot>(StringComparer.Ordinal);
        var failures = new List<PluginFailure>();
        foreach (var folder in FoldersOf(directory, failures).Where(folder => except?.Contains(Path.GetFileName(folder)) != true))
        {
            var (plugin, failure) = await loader.LoadAsync(folder, cancel).ConfigureAwait(false);
            failure ??= await RefuseForeignIdAsync(plugin!, folder, cancel).ConfigureAwait(false);
            if (failure is null)
            {
                slots.Add(plugin!.Manifest.Id, new PluginSlot(plugin));
            }
            else
            {
                failures.Add(failure);
            }
        }

        return new PluginCatalogue(slots, failures);
    }

    /// <summary>The plugin of this id, or null when it is not loaded.</summary>
    public PluginSlot? Find(string id) => slots.GetValueOrDefault(id) is { Current: not null } slot ? slot : null;

    /// <summary>The place of the plugin of this id, also while it has no version; null when there never was one.</summary>
    public PluginSlot? FindSlot(string id) => slots.GetValueOrDefault(id);

    /// <summary>Offers this version from now on, in one step. The one before stays loaded until it is released.</summary>
    public PluginSlot Offer(LoadedPlugin plugin)
    {
        var isNew = false;
        var slot = slots.GetOrAdd(plugin.Manifest.Id, _ =>
        {
            isNew = true;
            return new PluginSlot(plugin);
        });
        if (!isNew || slot.Current != plugin)
        {
            slot.Exchange(plugin);
        }

        return slot;
    }

    /// <summary>Forgets unloaded versions that have left the memory. When one takes too long, all garbage is collected once for its sake.</summary>
    public async Task VerifyUnloadsAsync(CancellationToken cancel)
    {
        var overdue = slots.Values.SelectMany(slot => slot.Unloading).Where(watch => watch.IsOverdue).ToList();
        if (overdue.Count > 0)
        {
            await UnloadWatch.CollectAsync(cancel).ConfigureAwait(false);
            overdue.ForEach(watch => watch.NoteRound());
        }

        foreach (var slot in slots.Values)
        {
            slot.ForgetCollected();
        }
    }

    public IReadOnlyList<PluginSlot> OfKind(PluginKind kind) => [.. Slots.Where(slot => slot.Kind == kind)];

    /// <summary>Removes all plugins, at the end of the process.</summary>
    public async Task UnloadAsync(TimeSpan patience, CancellationToken cancel)
    {
        foreach (var slot in slots.Values)
        {
            slot.Exchange(null);
            foreach (var plugin in slot.Older)
            {
                await slot.ReleaseAsync(plugin, patience, cancel).ConfigureAwait(false);
            }
        }
    }

    // One folder per id is what makes an id unique: a copy of a folder is a second plugin of the first one's id.
    private static async Task<PluginFailure?> RefuseForeignIdAsync(LoadedPlugin plugin, string folder, CancellationToken cancel)
    {
        var name = Path.GetFileName(folder);
        var id = plugin.Manifest.Id;
        if (name == id)
        {
            return null;
        }

        await plugin.UnloadAsync(TimeSpan.Zero, cancel).ConfigureAwait(false);
        var sentence = $"Rename the folder \"{name}\" to \"{id}\", or give the plugin an id of its own: a plugin stands in the folder of its id.";
        return new PluginFailure(folder, id, [sentence]);
    }

    private static IReadOnlyList<string> FoldersOf(string directory, List<PluginFailure> failures)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        try
        {
            var folders = Directory.GetDirectories(Path.GetFullPath(directory)).Order(StringComparer.Ordinal).ToArray();
            if (folders.Length > HostingLimits.Plugins)
            {
                failures.Add(new PluginFailure(directory, null, [$"Remove plugins: only the first {HostingLimits.Plugins} folders are loaded."]));
            }

            return folders[..Math.Min(folders.Length, HostingLimits.Plugins)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            failures.Add(new PluginFailure(directory, null, [PluginText.Of(refused)]));
            return [];
        }
    }
}
