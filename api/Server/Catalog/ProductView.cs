using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Catalog;

/// <summary>What is sold.</summary>
public sealed record ProductView : IVersionedView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ProductKind Kind { get; init; }

    /// <summary>Agreements that a buyer must accept.</summary>
    public required IReadOnlyList<string> AgreementIds { get; init; }

    /// <summary>Name and description by language.</summary>
    public required IReadOnlyDictionary<string, ProductText> Texts { get; init; }

    public required bool OnSale { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public long Version { get; init; }

    public static ProductView Of(Product product) => new()
    {
        Id = product.Id.Value,
        Name = product.Name,
        Kind = product.Kind,
        AgreementIds = product.AgreementIds,
        Texts = product.Texts,
        OnSale = product.OnSale,
        CreatedAt = product.CreatedAt,
        Version = product.Version,
    };
}
