using System.Text.Json;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Events;

/// <summary>Something that happened.</summary>
public sealed record EventView
{
    public required string Id { get; init; }

    /// <summary>Counts the merchant's events from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>A noun and what was done to it, such as order.paid.</summary>
    public required string Type { get; init; }

    /// <summary>By the merchant's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What changed; its fields depend on the type.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Data { get; init; }

    public static EventView Of(EventRow row) => new()
    {
        Id = row.Id,
        Sequence = row.Sequence,
        Type = row.Type,
        OccurredAt = row.OccurredAt,
        Data = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.Data, Json.Api)!,
    };
}
