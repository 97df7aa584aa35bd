using BillingHeadless.Domain.Journal;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Journal;

public sealed class JournalMapping : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("Operations");
        builder.Property(operation => operation.Parts).IsJson();
        builder.HasIndex(operation => new { operation.MerchantId, operation.CustomerId, operation.Currency, operation.Sequence }).IsUnique();
        builder.HasIndex(operation => new { operation.MerchantId, operation.EntryId });
    }
}
