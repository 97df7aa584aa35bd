using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>What every node is to run of one plugin. A plugin without a row runs as its folder has it.</summary>
public sealed class WantedPluginRow : IVersioned
{
    private WantedPluginRow()
    {
    }

    public string PluginId { get; private set; } = "";

    public PluginKind Kind { get; private set; }

    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    public PluginSource Source { get; private set; }

    /// <summary>The version of the package; of a folder, the one that it had when it was wanted; null when the plugin is removed.</summary>
    public string? PluginVersion { get; private set; }

    /// <summary>Rises with every wish, also for the same version again: a node that has fulfilled a lower one has something to do.</summary>
    public long Generation { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public long Version { get; private set; }

    public static WantedPluginRow Create(string pluginId) => new() { PluginId = pluginId };

    public void Want(PluginManifest manifest, PluginSource source, DateTimeOffset now)
    {
        (Kind, Titles, Source, PluginVersion) = (manifest.Kind, manifest.Titles, source, manifest.Version.ToString());
        (Generation, ChangedAt) = (Generation + 1, now);
    }

    public void WantNothing(DateTimeOffset now) => (Source, PluginVersion, Generation, ChangedAt) = (PluginSource.None, null, Generation + 1, now);

    /// <summary>So that a plugin that came from a folder is known after it was removed.</summary>
    public void Remember(PluginManifest manifest) => (Kind, Titles) = (manifest.Kind, manifest.Titles);

    public sealed class Mapping : IEntityTypeConfiguration<WantedPluginRow>
    {
        public void Configure(EntityTypeBuilder<WantedPluginRow> builder)
        {
            builder.ToTable("WantedPlugins");
            builder.HasKey(row => row.PluginId);
            builder.Property(row => row.Titles).IsJson();
        }
    }
}

/// <summary>Where a plugin's code comes from.</summary>
public enum PluginSource
{
    /// <summary>A folder in the plugins directory: the plugins that ship.</summary>
    Folder,

    /// <summary>A package that was installed.</summary>
    Package,

    /// <summary>It was removed.</summary>
    None,
}
