using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Templates;

/// <summary>A merchant's own version of a template; the newest counts.</summary>
public sealed class TemplateRow : IOwned
{
    private TemplateRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>For example <c>documents.act</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Source { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public static TemplateRow Save(Id<Merchant> merchant, string name, int number, string source, DateTimeOffset now) => new()
    {
        MerchantId = merchant,
        Name = name,
        Number = number,
        Source = source,
        SavedAt = now,
    };

    public sealed class Mapping : IEntityTypeConfiguration<TemplateRow>
    {
        public void Configure(EntityTypeBuilder<TemplateRow> builder)
        {
            builder.ToTable("Templates");
            builder.HasKey(row => new { row.MerchantId, row.Name, row.Number });
        }
    }
}
