using BillingHeadless.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Ledger;

public sealed class LedgerMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasKey(account => new { account.MerchantId, account.Name });
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.HasMany(entry => entry.Transfers).WithOne().HasForeignKey(transfer => transfer.EntryId);
        builder.Navigation(entry => entry.Transfers).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(entry => new { entry.MerchantId, entry.Kind, entry.CauseId }).IsUnique();
        builder.HasIndex(entry => new { entry.MerchantId, entry.Number }).IsUnique();
        builder.HasIndex(entry => new { entry.MerchantId, entry.InvoiceId });
    }

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("Transfers");
        builder.HasKey(transfer => new { transfer.EntryId, transfer.Ordinal });

        // Both columns: a planner without statistics would else take the merchant's alone, and read all transfers for each entry.
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.EntryId });
    }
}
