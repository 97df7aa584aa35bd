namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// The place of one plugin. Its version is replaced in one step: a call gets the old or the new one, never neither. Versions that were
/// replaced stay beside it for as long as somebody needs them, and are watched after that until they have left the memory.
/// </summary>
public sealed class PluginSlot
{
    private readonly Lock gate = new();
    private volatile SlotVersions versions;
    private IReadOnlyList<UnloadWatch> watches = [];

    internal PluginSlot(LoadedPlugin first)
    {
        Id = first.Manifest.Id;
        Kind = first.Manifest.Kind;
        versions = new SlotVersions(first, []);
    }

    public string Id { get; }

    public PluginKind Kind { get; }

    /// <summary>What has come of its calls in this process.</summary>
    public PluginHealth Health { get; } = new();

    /// <summary>The version that new calls go to; null once the plugin has been removed.</summary>
    public LoadedPlugin? Current => versions.Current;

    /// <summary>Versions that were replaced and are still loaded, the youngest first.</summary>
    public IReadOnlyList<LoadedPlugin> Older => versions.Older;

    /// <summary>Versions that were unloaded and have not been seen to leave the memory.</summary>
    public IReadOnlyList<UnloadWatch> Unloading
    {
        get
        {
            lock (gate)
            {
                return watches;
            }
        }
    }

    /// <summary>How many of them something pins.</summary>
    public int Pinned => Unloading.Count(watch => watch.IsPinned);

    /// <summary>The right to make one call to the present version; null when the plugin has been removed.</summary>
    public PluginLease? TryLease() => TryLease(() => Current is { } current ? [current] : []);

    /// <summary>
    /// The right to make one call about something that a version has begun: to that version while it is loaded, else to the youngest one
    /// whose manifest says that it carries on; null when there is none.
    /// </summary>
    public PluginLease? TryLease(SemanticVersion startedBy) => TryLease(() => versions.Able(startedBy));

    /// <summary>Whether a loaded version carries on what this one has begun.</summary>
    public bool CarriesOn(SemanticVersion startedBy) => versions.Able(startedBy).Any();

    /// <summary>Offers another version from now on, or none, and answers the one before, which stays callable for what it has begun.</summary>
    public LoadedPlugin? Exchange(LoadedPlugin? next)
    {
        lock (gate)
        {
            var (current, older) = (versions.Current, versions.Older);
            versions = new SlotVersions(next, current is null ? older : [current, .. older]);
            return current;
        }
    }

    /// <summary>
    /// Lets a version go that was replaced: it takes no new calls, its running ones may end within the patience, and it is unloaded.
    /// It is watched from then on; nobody waits for that.
    /// </summary>
    public async Task ReleaseAsync(LoadedPlugin older, TimeSpan patience, CancellationToken cancel)
    {
        Drop(older);
        var watch = await older.UnloadAsync(patience, cancel).ConfigureAwait(false);
        lock (gate)
        {
            watches = [.. watches, watch];
        }
    }

    /// <summary>Looks for those that have left the memory, and forgets them.</summary>
    internal void ForgetCollected()
    {
        lock (gate)
        {
            watches = [.. watches.Where(watch => watch.IsAlive)];
        }
    }

    // While versions are exchanged, the one that was chosen may be retired before it can be leased: then the choice is made anew.
    private PluginLease? TryLease(Func<IEnumerable<LoadedPlugin>> choose)
    {
        SlotVersions before;
        do
        {
            before = versions;
            if (choose().Select(plugin => plugin.TryLease()).FirstOrDefault(lease => lease is not null) is { } lease)
            {
                return lease;
            }
        }
        while (before != versions);
        return null;
    }

    private void Drop(LoadedPlugin older)
    {
        lock (gate)
        {
            versions = versions with { Older = [.. versions.Older.Where(plugin => plugin != older)] };
        }
    }

    private sealed record SlotVersions(LoadedPlugin? Current, IReadOnlyList<LoadedPlugin> Older)
    {
        public IEnumerable<LoadedPlugin> Able(SemanticVersion startedBy) => (Current is null ? Older : Older.Prepend(Current))
            .Where(plugin => plugin.Manifest.CanCarryOn(startedBy))
            .OrderByDescending(plugin => plugin.Manifest.Version == startedBy);
    }
}
