using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Catalog;

/// <summary>A public agreement in one version; a new version is a new row with the same series.</summary>
public sealed class Agreement : IEntity, IOwned
{
    private Agreement()
    {
    }

    public static string IdPrefix => "agr";

    public Id<Agreement> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>The id of the first version: what a product names, so that it always means the current one.</summary>
    public string Series { get; private set; } = "";

    /// <summary>From 1, without gaps within the series.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The text by language, as plain text with blank lines between paragraphs.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of title and texts, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static Agreement Create(
        Id<Agreement> id, Id<Merchant> merchant, Agreement? previous, string title, IReadOnlyDictionary<string, string> texts, DateTimeOffset now) => new()
        {
            Id = id,
            MerchantId = merchant,
            Series = previous?.Series ?? id.Value,
            Number = (previous?.Number ?? 0) + 1,
            Title = title,
            Texts = texts,
            Hash = AgreementHash.Of(title, texts),
            CreatedAt = now,
        };
}
