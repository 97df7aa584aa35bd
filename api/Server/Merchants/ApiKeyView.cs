using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Merchants;

/// <summary>A key of the merchant.</summary>
public sealed record ApiKeyView
{
    public required string Id { get; init; }

    /// <summary>The whole key: only in the answer that made it.</summary>
    public string? Key { get; init; }

    /// <summary>Its first characters, to recognise it by.</summary>
    public required string Beginning { get; init; }

    public required ApiKeyKind Kind { get; init; }

    /// <summary>What a secret key may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Web origins whose pages may use a publishable key.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute; null when it never was used.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Since when it opens nothing any more.</summary>
    public required DateTimeOffset? RevokedAt { get; init; }

    public static ApiKeyView Of(ApiKey key) => Of(key, text: null);

    public static ApiKeyView Of(ApiKey key, string? text) => new()
    {
        Id = key.Id.Value,
        Key = text,
        Beginning = key.Beginning,
        Kind = key.Kind,
        Scopes = key.Scopes,
        Origins = key.Origins,
        CreatedAt = key.CreatedAt,
        LastUsedAt = key.LastUsedAt,
        RevokedAt = key.RevokedAt,
    };
}
