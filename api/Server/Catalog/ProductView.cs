using System.Text.Json.Serialization;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Catalog;

/// <summary>What is sold.</summary>
public sealed record ProductView : IVersionedView
{
    public required string Id { get; init; }

    /// <summary>The name where none is given in the buyer's language.</summary>
    public required string Name { get; init; }

    /// <summary>A licence is bound to a portal, a service is a subscription, a pass is used once by a visitor.</summary>
    public required ProductKind Kind { get; init; }

    /// <summary>Agreements that a buyer must accept, each by the id of its first version, which means the current one.</summary>
    public required IReadOnlyList<string> AgreementIds { get; init; }

    /// <summary>Name and description by language.</summary>
    public required IReadOnlyDictionary<string, ProductTextBody> Texts { get; init; }

    /// <summary>Whether new orders can name its plans.</summary>
    public required bool OnSale { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static ProductView Of(Product product) => new()
    {
        Id = product.Id.Value,
        Name = product.Name,
        Kind = product.Kind,
        AgreementIds = product.AgreementIds,
        Texts = ProductTextBody.Of(product.Texts),
        OnSale = product.OnSale,
        CreatedAt = product.CreatedAt,
        Version = product.Version,
    };
}
