using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Server.Usage;

/// <summary>So much of a meter on a day.</summary>
public sealed record UsageRecordView
{
    /// <summary>The merchant's own id of it.</summary>
    public required string Id { get; init; }

    public required string SubscriptionId { get; init; }

    public required string Meter { get; init; }

    public required DateOnly Day { get; init; }

    public required long Quantity { get; init; }

    /// <summary>The id of the record in whose place it counts.</summary>
    public string? Corrects { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static UsageRecordView Of(UsageRecord record) => new()
    {
        Id = record.RecordId,
        SubscriptionId = record.SubscriptionId.Value,
        Meter = record.Meter,
        Day = record.Day,
        Quantity = record.Quantity,
        Corrects = record.Corrects,
        RecordedAt = record.RecordedAt,
    };
}
