using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Orders;

public sealed class OrderMapping : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.Property(order => order.Contact).IsJson();
        builder.Property(order => order.Fields).IsJson();
        builder.HasIndex(order => new { order.MerchantId, order.Number }).IsUnique();
        builder.HasIndex(order => new { order.MerchantId, order.Email, order.Id });
        builder.HasIndex(order => new { order.MerchantId, order.Id });
        builder.HasIndex(order => new { order.MerchantId, order.Status, order.Id });
        builder.HasIndex(order => new { order.MerchantId, order.CustomerId, order.Id });
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.HasIndex(consent => new { consent.MerchantId, consent.OrderId, consent.AgreementId }).IsUnique();
    }
}
