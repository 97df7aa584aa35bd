using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Gateways;

/// <summary>A merchant's settings for a plugin. All values are encrypted, secret or not.</summary>
public sealed class GatewaySettingsRow : IOwned, IVersioned
{
    private GatewaySettingsRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>The plugin's id.</summary>
    public string Gateway { get; private set; } = "";

    /// <summary>Whether buyers are offered it.</summary>
    public bool Enabled { get; private set; }

    public string ValuesCipher { get; private set; } = "";

    public long Version { get; private set; }

    public static GatewaySettingsRow Create(Id<Merchant> merchant, string gateway) => new() { MerchantId = merchant, Gateway = gateway };

    public void Put(bool enabled, string valuesCipher)
    {
        Enabled = enabled;
        ValuesCipher = valuesCipher;
    }

    public sealed class Mapping : IEntityTypeConfiguration<GatewaySettingsRow>
    {
        public void Configure(EntityTypeBuilder<GatewaySettingsRow> builder)
        {
            builder.ToTable("GatewaySettings");
            builder.HasKey(row => new { row.MerchantId, row.Gateway });
        }
    }
}
