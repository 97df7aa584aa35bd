using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Gateways;

/// <summary>A gateway's message that no loaded version of its plugin could take: kept, encrypted, until one can.</summary>
public sealed class WaitingCallbackRow : IOwned
{
    public const string IdPrefix = "wcb";

    private WaitingCallbackRow()
    {
    }

    public string Id { get; private set; } = "";

    public Id<Merchant> MerchantId { get; private set; }

    public string Gateway { get; private set; } = "";

    /// <summary>The same for the same message: providers send one again and again until it is taken.</summary>
    public string Hash { get; private set; } = "";

    public string MessageCipher { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public static WaitingCallbackRow Keep(string id, Id<Merchant> merchant, string gateway, string hash, string messageCipher, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = merchant,
        Gateway = gateway,
        Hash = hash,
        MessageCipher = messageCipher,
        ReceivedAt = now,
    };

    public sealed class Mapping : IEntityTypeConfiguration<WaitingCallbackRow>
    {
        public void Configure(EntityTypeBuilder<WaitingCallbackRow> builder)
        {
            builder.ToTable("WaitingCallbacks");
            builder.HasKey(row => row.Id);
            builder.HasIndex(row => new { row.MerchantId, row.Gateway, row.Hash }).IsUnique();
        }
    }
}
