using BillingHeadless.Domain.Invoices;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Invoices;

public sealed class InvoiceMapping : IEntityTypeConfiguration<Invoice>, IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("Invoices");
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        builder.Navigation(invoice => invoice.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(invoice => invoice.Total);
        builder.Ignore(invoice => invoice.Due);
        builder.Ignore(invoice => invoice.DueMinor);
        builder.Ignore(invoice => invoice.RefundableMinor);
        builder.Property(invoice => invoice.CreditedTaxes).IsJson();
        builder.Ignore(invoice => invoice.NumberText);
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.NumberYear, invoice.Number }).IsUnique();
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Id });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Status, invoice.Id });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.CustomerId, invoice.Id });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.OrderId, invoice.Id });
    }

    public void Configure(EntityTypeBuilder<InvoiceLine> builder) => builder.ToTable("InvoiceLines");
}
