using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Catalog;

/// <summary>What is sold: its plans say in which editions, for how long and at what price.</summary>
public sealed class Product : IEntity, IOwned, IVersioned
{
    private Product()
    {
    }

    public static string IdPrefix => "prd";

    public Id<Product> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public string Name { get; private set; } = "";

    public ProductKind Kind { get; private set; }

    /// <summary>Agreements that a buyer must accept.</summary>
    public IReadOnlyList<string> AgreementIds { get; private set; } = [];

    /// <summary>Name and description by language.</summary>
    public IReadOnlyDictionary<string, ProductText> Texts { get; private set; } = new Dictionary<string, ProductText>();

    public bool OnSale { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public static Product Create(
        Id<Product> id,
        Id<Merchant> merchant,
        string name,
        ProductKind kind,
        IReadOnlyList<string> agreementIds,
        IReadOnlyDictionary<string, ProductText> texts,
        DateTimeOffset now) => new()
        {
            Id = id,
            MerchantId = merchant,
            Name = name,
            Kind = kind,
            AgreementIds = agreementIds,
            Texts = texts,
            OnSale = true,
            CreatedAt = now,
        };

    public void Rename(string name) => Name = name;

    public void Require(IReadOnlyList<string> agreementIds) => AgreementIds = agreementIds;

    public void Describe(IReadOnlyDictionary<string, ProductText> texts) => Texts = texts;

    public void PutOnSale(bool onSale) => OnSale = onSale;

    /// <summary>The name in a language, or the product's own.</summary>
    public string NameIn(string language) => Texts.TryGetValue(language, out var text) && text.Name is { Length: > 0 } name ? name : Name;
}

public enum ProductKind
{
    Licence,
    Service,
    Pass,
}

public sealed record ProductText(string? Name = null, string? Description = null);
