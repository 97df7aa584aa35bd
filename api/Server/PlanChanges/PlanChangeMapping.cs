using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.PlanChanges;

public sealed class PlanChangeMapping : IEntityTypeConfiguration<PlanChange>
{
    public void Configure(EntityTypeBuilder<PlanChange> builder)
    {
        builder.ToTable("PlanChanges");
        builder.Property(change => change.Credits).IsJson();
        builder.Property(change => change.Line).IsJson();
        builder.Ignore(change => change.Terms);
        builder.Ignore(change => change.Reserved);
        builder.Ignore(change => change.Credit);
        builder.Ignore(change => change.Quote);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(change => change.SubscriptionId);
        builder.HasIndex(change => new { change.MerchantId, change.InvoiceId }).IsUnique();
        builder.HasIndex(change => new { change.MerchantId, change.PurchaseId }).IsUnique();

        // One change of a service waits for its invoice.
        builder.HasIndex(change => new { change.MerchantId, change.SubscriptionId }).IsUnique().HasFilter("state = 'Awaiting'");
    }
}
