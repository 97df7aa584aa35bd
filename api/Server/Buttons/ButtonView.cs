using System.Text.Json.Serialization;
using BillingHeadless.Domain.Buttons;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Buttons;

/// <summary>A buy button.</summary>
public sealed record ButtonView : IVersionedView
{
    public required string Id { get; init; }

    public required string ProductId { get; init; }

    /// <summary>For the merchant's own lists; buyers never see it.</summary>
    public required string Name { get; init; }

    /// <summary>What stands on it, by language.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The page that it leads to.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static ButtonView Of(Button button, Links links) => new()
    {
        Id = button.Id.Value,
        ProductId = button.ProductId.Value,
        Name = button.Name,
        Texts = button.Texts,
        Url = links.Buy(button.Id),
        CreatedAt = button.CreatedAt,
        Version = button.Version,
    };
}
