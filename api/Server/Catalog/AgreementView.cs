using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Catalog;

/// <summary>A public agreement in one version.</summary>
public sealed record AgreementView
{
    public required string Id { get; init; }

    /// <summary>The id of the first version: it means the current one wherever a product names it.</summary>
    public required string Series { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>The title where none is given in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>The title by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>The text by language.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>SHA-256 of titles and texts, in hexadecimal: what a consent keeps.</summary>
    public required string Hash { get; init; }

    /// <summary>The page on which a buyer reads this version.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static AgreementView Of(Agreement agreement, Links links) => new()
    {
        Id = agreement.Id.Value,
        Series = agreement.Series,
        Version = agreement.Number,
        Title = agreement.Title,
        Titles = agreement.Titles,
        Texts = agreement.Texts,
        Hash = agreement.Hash,
        Url = links.Agreement(agreement.Id),
        CreatedAt = agreement.CreatedAt,
    };
}
