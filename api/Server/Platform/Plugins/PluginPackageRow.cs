using BillingHeadless.Plugins.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>A package that was installed: every node takes its bytes from here, encrypted like all that only this installation may make or read.</summary>
public sealed class PluginPackageRow
{
    private PluginPackageRow()
    {
    }

    public string PluginId { get; private set; } = "";

    public string PluginVersion { get; private set; } = "";

    /// <summary>SHA-256 of the bytes: one version is one package.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The key that has signed it; null when nobody has.</summary>
    public string? Publisher { get; private set; }

    public byte[] ContentCipher { get; private set; } = [];

    public DateTimeOffset InstalledAt { get; private set; }

    public static PluginPackageRow Keep(PluginPackage package, byte[] contentCipher, DateTimeOffset now) => new()
    {
        PluginId = package.Manifest.Id,
        PluginVersion = package.Manifest.Version.ToString(),
        Hash = package.Hash,
        Publisher = package.Publisher?.Text,
        ContentCipher = contentCipher,
        InstalledAt = now,
    };

    public sealed class Mapping : IEntityTypeConfiguration<PluginPackageRow>
    {
        public void Configure(EntityTypeBuilder<PluginPackageRow> builder)
        {
            builder.ToTable("PluginPackages");
            builder.HasKey(row => new { row.PluginId, row.PluginVersion });
            builder.HasIndex(row => row.Hash);
        }
    }
}
