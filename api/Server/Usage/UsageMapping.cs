using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Usage;

public sealed class UsageMapping : IEntityTypeConfiguration<UsageRecord>, IEntityTypeConfiguration<UsageCharge>
{
    public void Configure(EntityTypeBuilder<UsageRecord> builder)
    {
        builder.ToTable("UsageRecords");
        builder.HasOne<Subscription>().WithMany().HasForeignKey(record => record.SubscriptionId);

        // The merchant's own id makes it one, and one record has one correction.
        builder.HasIndex(record => new { record.MerchantId, record.SubscriptionId, record.RecordId }).IsUnique();
        builder.HasIndex(record => new { record.MerchantId, record.SubscriptionId, record.Corrects }).IsUnique();
        builder.HasIndex(record => new { record.MerchantId, record.SubscriptionId, record.Day });
    }

    public void Configure(EntityTypeBuilder<UsageCharge> builder)
    {
        builder.ToTable("UsageCharges");
        builder.Property(charge => charge.Parts).IsJson();
        builder.Property(charge => charge.Prices).IsJson();
        builder.Ignore(charge => charge.Month);
        builder.Ignore(charge => charge.Paid);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(charge => charge.SubscriptionId);
        builder.HasIndex(charge => new { charge.MerchantId, charge.SubscriptionId, charge.Year, charge.MonthNumber }).IsUnique();
        builder.HasIndex(charge => new { charge.MerchantId, charge.InvoiceId });
    }
}
