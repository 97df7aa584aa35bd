using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>A key that licence tokens are signed with: one set per installation, the private half encrypted.</summary>
public sealed class SigningKeyRow
{
    private SigningKeyRow()
    {
    }

    /// <summary>The <c>kid</c>.</summary>
    public string Id { get; private set; } = "";

    public string PrivateKeyCipher { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static SigningKeyRow Create(string id, string privateKeyCipher, DateTimeOffset now) =>
        new() { Id = id, PrivateKeyCipher = privateKeyCipher, CreatedAt = now };

    public sealed class Mapping : IEntityTypeConfiguration<SigningKeyRow>
    {
        public void Configure(EntityTypeBuilder<SigningKeyRow> builder)
        {
            builder.ToTable("SigningKeys");
            builder.HasKey(row => row.Id);
        }
    }
}
