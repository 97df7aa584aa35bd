using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Events;

/// <summary>What is to be announced; the data are read in the write's last statements.</summary>
public sealed record EventDraft(string Type, DateTimeOffset OccurredAt, Func<object> Data);

/// <summary>Something that happened, in the commit in which it happened. Sequences have no gaps.</summary>
public sealed class EventRow : IOwned
{
    public const string IdPrefix = "evt";

    private EventRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public long Sequence { get; private set; }

    public string Id { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>The merchant's time.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>The system's time.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public string Data { get; private set; } = "";

    public static EventRow Write(string id, Id<Merchant> merchant, long sequence, EventDraft draft, DateTimeOffset systemNow) => new()
    {
        Id = id,
        MerchantId = merchant,
        Sequence = sequence,
        Type = draft.Type,
        OccurredAt = draft.OccurredAt,
        RecordedAt = systemNow,
        Data = JsonSerializer.Serialize(draft.Data(), Json.Api),
    };

    public sealed class Mapping : IEntityTypeConfiguration<EventRow>
    {
        public void Configure(EntityTypeBuilder<EventRow> builder)
        {
            builder.ToTable("Events");
            builder.HasKey(row => new { row.MerchantId, row.Sequence });
            builder.HasIndex(row => new { row.MerchantId, row.Id }).IsUnique();
        }
    }
}
