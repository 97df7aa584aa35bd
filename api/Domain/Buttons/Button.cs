using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Buttons;

/// <summary>A buy button: it stands on any site and leads to the hosted page of one product.</summary>
public sealed class Button : IEntity, IOwned, IVersioned
{
    private Button()
    {
    }

    public static string IdPrefix => "btn";

    public Id<Button> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Product> ProductId { get; private set; }

    /// <summary>For the merchant's own lists; buyers never see it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What stands on it, by language.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public static Button Create(
        Id<Button> id, Id<Merchant> merchant, Id<Product> product, string name, IReadOnlyDictionary<string, string> texts, DateTimeOffset now) => new()
        {
            Id = id,
            MerchantId = merchant,
            ProductId = product,
            Name = name,
            Texts = texts,
            CreatedAt = now,
        };

    public void Rename(string name) => Name = name;

    public void Sell(Id<Product> product) => ProductId = product;

    public void Say(IReadOnlyDictionary<string, string> texts) => Texts = texts;
}
