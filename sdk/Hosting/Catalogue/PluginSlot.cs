namespace BillingHeadless.Plugins.Hosting;

/// <summary>The place of one plugin. Its version is replaced by one atomic exchange: a call gets the old or the new one, never neither.</summary>
public sealed class PluginSlot
{
    private LoadedPlugin? current;

    internal PluginSlot(LoadedPlugin first)
    {
        Id = first.Manifest.Id;
        Kind = first.Manifest.Kind;
        current = first;
    }

    public string Id { get; }

    public PluginKind Kind { get; }

    /// <summary>The version that new calls go to; null once the plugin has been removed.</summary>
    public LoadedPlugin? Current => Volatile.Read(ref current);

    /// <summary>The right to make one call to the present version; null when the plugin has been removed.</summary>
    public PluginLease? TryLease()
    {
        while (Current is { } plugin)
        {
            if (plugin.TryLease() is { } lease)
            {
                return lease;
            }

            if (plugin == Current)
            {
                // Retired without a successor.
                return null;
            }
        }

        return null;
    }

    /// <summary>Offers another version from now on, or none, and answers the one before: the caller unloads it.</summary>
    public LoadedPlugin? Exchange(LoadedPlugin? next) => Interlocked.Exchange(ref current, next);
}
