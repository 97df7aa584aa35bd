using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>What a node has last said about its plugins, for whoever asks another node.</summary>
public sealed class PluginNodeRow
{
    private PluginNodeRow()
    {
    }

    public string Node { get; private set; } = "";

    public IReadOnlyList<PluginReport> Reports { get; private set; } = [];

    public DateTimeOffset SeenAt { get; private set; }

    public static PluginNodeRow Create(string node) => new() { Node = node };

    public void Say(IReadOnlyList<PluginReport> reports, DateTimeOffset now) => (Reports, SeenAt) = (reports, now);

    public sealed class Mapping : IEntityTypeConfiguration<PluginNodeRow>
    {
        public void Configure(EntityTypeBuilder<PluginNodeRow> builder)
        {
            builder.ToTable("PluginNodes");
            builder.HasKey(row => row.Node);
            builder.Property(row => row.Reports).IsJson();
        }
    }
}
