using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Merchants;

/// <summary>A key of a merchant. Only its hash is kept; the beginning is kept to recognise it by.</summary>
public sealed class ApiKey : IEntity, IOwned, IVersioned
{
    private ApiKey()
    {
    }

    public static string IdPrefix => "key";

    public Id<ApiKey> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public ApiKeyKind Kind { get; private set; }

    /// <summary>SHA-256 of the key, which has 160 bits of chance.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The first characters, as shown in lists.</summary>
    public string Beginning { get; private set; } = "";

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>For a publishable key: the web origins that may use it; empty means none from a browser.</summary>
    public IReadOnlyList<string> Origins { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public long Version { get; private set; }

    public static ApiKey Create(
        Id<ApiKey> id, Id<Merchant> merchant, ApiKeyKind kind, string hash, string beginning, IReadOnlyList<string> scopes, DateTimeOffset now) => new()
        {
            Id = id,
            MerchantId = merchant,
            Kind = kind,
            Hash = hash,
            Beginning = beginning,
            Scopes = scopes,
            CreatedAt = now,
        };

    public void AllowOrigins(IReadOnlyList<string> origins) => Origins = origins;

    public void Use(DateTimeOffset now) => LastUsedAt = now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

public enum ApiKeyKind
{
    /// <summary>Servers only: reads and writes by its scopes.</summary>
    Secret,

    /// <summary>May stand in a page: reads what is on sale, quotes and orders.</summary>
    Publishable,
}
