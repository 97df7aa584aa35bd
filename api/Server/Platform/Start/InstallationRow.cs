using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>What all nodes of this installation share: one row, made by the first start.</summary>
public sealed class InstallationRow
{
    public const int OnlyId = 1;

    private InstallationRow()
    {
    }

    public int Id { get; private set; }

    /// <summary>Tells whether a node was given the master key under which the secrets here are encrypted.</summary>
    public string MasterKeyCheck { get; private set; } = "";

    /// <summary>SHA-256 of the platform key that the first start made; null when it was given by setting.</summary>
    public string? PlatformKeyHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static InstallationRow Create(string masterKeyCheck, DateTimeOffset now) => new() { Id = OnlyId, MasterKeyCheck = masterKeyCheck, CreatedAt = now };

    public void Issue(string platformKeyHash) => PlatformKeyHash = platformKeyHash;

    public sealed class Mapping : IEntityTypeConfiguration<InstallationRow>
    {
        public void Configure(EntityTypeBuilder<InstallationRow> builder)
        {
            builder.ToTable("Installations");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
