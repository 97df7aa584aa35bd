using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Catalog;

public sealed class CatalogMapping : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.Property(product => product.AgreementIds).IsJson();
        builder.Property(product => product.Texts).IsJson();
        builder.HasIndex(product => new { product.MerchantId, product.Id });
    }

    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans");
        builder.Property(plan => plan.Names).IsJson();
        builder.Property(plan => plan.Terms).IsJson();
        builder.Property(plan => plan.UsagePrices).IsJson();
        builder.Ignore(plan => plan.Tariff);
        builder.HasIndex(plan => new { plan.MerchantId, plan.Id });
        builder.HasIndex(plan => new { plan.MerchantId, plan.ProductId, plan.Id });
    }

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("Agreements");
        builder.Property(agreement => agreement.Titles).IsJson();
        builder.Property(agreement => agreement.Texts).IsJson();
        builder.HasIndex(agreement => new { agreement.MerchantId, agreement.Series, agreement.Number }).IsUnique();
    }
}
