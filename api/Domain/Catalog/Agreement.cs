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

    /// <summary>The title where none is given in the reader's language.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title by language.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    /// <summary>The text by language, as plain text with blank lines between paragraphs.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of titles and texts, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static Agreement Create(Id<Agreement> id, Id<Merchant> merchant, Agreement? previous, AgreementDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = merchant,
        Series = previous?.Series ?? id.Value,
        Number = (previous?.Number ?? 0) + 1,
        Title = draft.Title,
        Titles = draft.Titles,
        Texts = draft.Texts,
        Hash = AgreementHash.Of(draft),
        CreatedAt = now,
    };

    public string TitleIn(string language) => Titles.TryGetValue(language, out var title) ? title : Title;
}

/// <summary>What a version of an agreement says.</summary>
public sealed record AgreementDraft(string Title, IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, string> Texts);
