using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.BankTransfers;

public sealed class BankTransferMapping : IEntityTypeConfiguration<StatementEntry>
{
    public void Configure(EntityTypeBuilder<StatementEntry> builder)
    {
        builder.ToTable("StatementEntries");
        builder.Ignore(entry => entry.Amount);
        builder.HasOne<Payment>().WithMany().HasForeignKey(entry => entry.PaymentId);

        // The same statement twice, also at once: every entry is taken once.
        builder.HasIndex(entry => new { entry.MerchantId, entry.Fingerprint }).IsUnique();
        builder.HasIndex(entry => new { entry.MerchantId, entry.Id });
        builder.HasIndex(entry => new { entry.MerchantId, entry.Outcome, entry.Id });
        builder.HasIndex(entry => new { entry.MerchantId, entry.PaymentId });
    }
}
