using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Customers;

public sealed class CustomerMapping :
    IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<Login>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.Property(customer => customer.Owner).IsJson();
        builder.Property(customer => customer.Requisites).IsJson();
        builder.HasIndex(customer => new { customer.MerchantId, customer.ExternalId }).IsUnique();
        builder.HasIndex(customer => new { customer.MerchantId, customer.Id });
        builder.HasIndex(customer => new { customer.MerchantId, customer.Email, customer.Id });
    }

    public void Configure(EntityTypeBuilder<Login> builder)
    {
        builder.ToTable("Logins");
        builder.HasIndex(login => new { login.MerchantId, login.Email }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.MerchantId, membership.LoginId, membership.CustomerId });
        builder.HasIndex(membership => new { membership.MerchantId, membership.CustomerId });
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasIndex(session => session.ExpiresAt);
    }
}
