using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Subscriptions;

public sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>, IEntityTypeConfiguration<ServicePeriod>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscriptions");
        builder.Property(subscription => subscription.AddOns).IsJson();
        builder.Property(subscription => subscription.StandingOrder).IsJson();
        builder.Ignore(subscription => subscription.Schedule);
        builder.Ignore(subscription => subscription.SwitchedOn);
        builder.HasOne<Customer>().WithMany().HasForeignKey(subscription => subscription.CustomerId);
        builder.HasMany(subscription => subscription.Periods).WithOne().HasForeignKey(period => period.SubscriptionId);
        builder.Navigation(subscription => subscription.Periods).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(subscription => new { subscription.MerchantId, subscription.Id });
        builder.HasIndex(subscription => new { subscription.MerchantId, subscription.CustomerId, subscription.Id });
        builder.HasIndex(subscription => new { subscription.MerchantId, subscription.State, subscription.Id });
        builder.HasIndex(subscription => new { subscription.MerchantId, subscription.OpenInvoiceId });
    }

    public void Configure(EntityTypeBuilder<ServicePeriod> builder)
    {
        builder.ToTable("ServicePeriods");
        builder.Ignore(period => period.Paid);

        // A line pays for one period, whoever settles it.
        builder.HasIndex(period => new { period.MerchantId, period.InvoiceLineId }).IsUnique();
        builder.HasIndex(period => new { period.MerchantId, period.InvoiceId });
    }
}
