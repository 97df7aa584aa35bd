using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Merchants;

public sealed class MerchantMapping : IEntityTypeConfiguration<Merchant>, IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<Merchant> builder)
    {
        builder.ToTable("Merchants");
        builder.Property(merchant => merchant.Settings).IsJson();
    }

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(key => key.Scopes).IsJson();
        builder.Property(key => key.Origins).IsJson();
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasIndex(key => new { key.MerchantId, key.Id });
    }
}
