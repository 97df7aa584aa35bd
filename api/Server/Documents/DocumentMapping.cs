using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Documents;

public sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<ActLine>, IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(document => document.Facts).IsJson();
        builder.Ignore(document => document.NumberText);
        builder.Ignore(document => document.IsNumbered);
        builder.HasIndex(document => new { document.MerchantId, document.Id });
        builder.HasIndex(document => new { document.MerchantId, document.CustomerId, document.Id });
        builder.HasIndex(document => new { document.MerchantId, document.InvoiceId, document.Id });

        // A document that is not issued yet has no number, and one that shows an invoice has the invoice's.
        builder.HasIndex(document => new { document.MerchantId, document.Kind, document.NumberYear, document.Number }).IsUnique().HasFilter("number > 0 and kind <> 'Invoice'");
    }

    public void Configure(EntityTypeBuilder<ActLine> builder)
    {
        builder.ToTable("ActLines");
        builder.HasKey(line => new { line.MerchantId, line.InvoiceLineId });
    }

    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("DocumentFiles");
        builder.HasKey(file => new { file.MerchantId, file.DocumentId, file.Format });
    }
}
