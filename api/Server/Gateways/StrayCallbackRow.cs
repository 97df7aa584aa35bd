using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Gateways;

/// <summary>A genuine message about a payment that is not known here: kept, so that no money goes unnoticed.</summary>
public sealed class StrayCallbackRow : IOwned
{
    private StrayCallbackRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public string Gateway { get; private set; } = "";

    public string EventId { get; private set; } = "";

    public string MerchantReference { get; private set; } = "";

    public string Outcome { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public static StrayCallbackRow Keep(
        Id<Merchant> merchant, string gateway, string eventId, string reference, string outcome, DateTimeOffset receivedAt) => new()
        {
            MerchantId = merchant,
            Gateway = gateway,
            EventId = eventId,
            MerchantReference = reference,
            Outcome = outcome,
            ReceivedAt = receivedAt,
        };

    public sealed class Mapping : IEntityTypeConfiguration<StrayCallbackRow>
    {
        public void Configure(EntityTypeBuilder<StrayCallbackRow> builder)
        {
            builder.ToTable("StrayCallbacks");
            builder.HasKey(row => new { row.MerchantId, row.Gateway, row.EventId });
        }
    }
}
