using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Payments;

public sealed class PaymentMapping : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<PaymentAttempt>, IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<SavedCard>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("Payments");
        builder.Property(payment => payment.NextStep).IsJson();
        builder.Ignore(payment => payment.Applied);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(payment => payment.InvoiceId);
        builder.HasIndex(payment => new { payment.MerchantId, payment.MerchantReference }).IsUnique();
        builder.HasIndex(payment => new { payment.MerchantId, payment.Id });
        builder.HasIndex(payment => new { payment.MerchantId, payment.Status, payment.Id });
        builder.HasIndex(payment => new { payment.MerchantId, payment.CustomerId, payment.Id });
        builder.HasIndex(payment => new { payment.InvoiceId, payment.MerchantId, payment.Id });

        // Two tabs or twenty clicks: one undecided payment of an invoice by a gateway (A7).
        builder.HasIndex(payment => new { payment.MerchantId, payment.InvoiceId, payment.Gateway }).IsUnique().HasFilter("status in ('Pending', 'Unknown')");
    }

    public void Configure(EntityTypeBuilder<SavedCard> builder)
    {
        builder.ToTable("SavedCards");
        builder.HasOne<Payment>().WithMany().HasForeignKey(card => card.PaymentId);
        builder.HasIndex(card => new { card.MerchantId, card.CustomerId, card.TokenHash }).IsUnique();
        builder.HasIndex(card => new { card.MerchantId, card.CustomerId, card.Id });
    }

    public void Configure(EntityTypeBuilder<PaymentAttempt> builder)
    {
        builder.ToTable("PaymentAttempts");
        builder.HasIndex(attempt => new { attempt.MerchantId, attempt.PaymentId });
    }

    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.Property(refund => refund.Taxes).IsJson();
        builder.HasOne<Payment>().WithMany().HasForeignKey(refund => refund.PaymentId);
        builder.HasIndex(refund => new { refund.MerchantId, refund.MerchantReference }).IsUnique();
        builder.HasIndex(refund => new { refund.MerchantId, refund.Id });
        builder.HasIndex(refund => new { refund.MerchantId, refund.Status, refund.Id });
        builder.HasIndex(refund => new { refund.MerchantId, refund.InvoiceId, refund.Id });
        builder.HasIndex(refund => new { refund.PaymentId, refund.MerchantId, refund.Id });
    }
}
