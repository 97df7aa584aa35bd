using BillingHeadless.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Licences;

public sealed class LicenceMapping : IEntityTypeConfiguration<Licence>, IEntityTypeConfiguration<LicenceTerm>, IEntityTypeConfiguration<LicenceActivation>
{
    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.ToTable("Licences");
        builder.HasMany(licence => licence.Terms).WithOne().HasForeignKey(term => term.LicenceId);
        builder.Navigation(licence => licence.Terms).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(licence => new { licence.MerchantId, licence.ProductId, licence.Portal }).IsUnique();
        builder.HasIndex(licence => licence.KeyHash).IsUnique();
        builder.HasIndex(licence => new { licence.MerchantId, licence.Id });
        builder.HasIndex(licence => new { licence.MerchantId, licence.CustomerId, licence.Id });
    }

    public void Configure(EntityTypeBuilder<LicenceTerm> builder)
    {
        builder.ToTable("LicenceTerms");
        builder.HasIndex(term => new { term.MerchantId, term.InvoiceLineId }).IsUnique();
        builder.HasIndex(term => new { term.MerchantId, term.InvoiceId });
    }

    public void Configure(EntityTypeBuilder<LicenceActivation> builder)
    {
        builder.ToTable("LicenceActivations");
        builder.HasIndex(activation => new { activation.MerchantId, activation.LicenceId, activation.Binding }).IsUnique();
    }
}
