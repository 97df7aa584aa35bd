using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Buttons;

public sealed class ButtonMapping : IEntityTypeConfiguration<Button>
{
    public void Configure(EntityTypeBuilder<Button> builder)
    {
        builder.ToTable("Buttons");
        builder.Property(button => button.Texts).IsJson();
        builder.HasOne<Product>().WithMany().HasForeignKey(button => button.ProductId);
        builder.HasIndex(button => new { button.MerchantId, button.Id });
        builder.HasIndex(button => new { button.MerchantId, button.ProductId, button.Id });
    }
}
