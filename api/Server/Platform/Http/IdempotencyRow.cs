using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// A write that was asked for under a key, with its answer, in the commit of its effect (ruling 16). Where a gateway is
/// called in between, the row is there from the reservation on and names the resource.
/// </summary>
public sealed class IdempotencyRow : IOwned
{
    private IdempotencyRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>SHA-256 of who asked and the key.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>SHA-256 of method, path and body.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The reserved resource while the outside is being asked.</summary>
    public string? ResourceId { get; private set; }

    public DateTimeOffset LeasedUntil { get; private set; }

    /// <summary>The answer's status; 0 while there is none.</summary>
    public int Status { get; private set; }

    public string? Location { get; private set; }

    /// <summary>The answer's body, encrypted.</summary>
    public byte[]? BodyCipher { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public bool IsAnswered => Status != 0;

    public static IdempotencyRow Open(Id<Merchant> merchant, string keyHash, string fingerprint, DateTimeOffset expiresAt) => new()
    {
        MerchantId = merchant,
        KeyHash = keyHash,
        Fingerprint = fingerprint,
        ExpiresAt = expiresAt,
    };

    public IdempotencyRow Reserve(string resourceId, DateTimeOffset leasedUntil)
    {
        ResourceId = resourceId;
        LeasedUntil = leasedUntil;
        return this;
    }

    public IdempotencyRow Answer(int status, string? location, byte[] bodyCipher)
    {
        Status = status;
        Location = location;
        BodyCipher = bodyCipher;
        return this;
    }

    public sealed class Mapping : IEntityTypeConfiguration<IdempotencyRow>
    {
        public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
        {
            builder.ToTable("IdempotencyKeys");
            builder.HasKey(row => new { row.MerchantId, row.KeyHash });
            builder.HasIndex(row => row.ExpiresAt);
        }
    }
}
