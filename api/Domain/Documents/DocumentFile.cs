using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Documents;

/// <summary>The bytes of an issued document.</summary>
public sealed class DocumentFile : IOwned
{
    private DocumentFile()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Document> DocumentId { get; private set; }

    /// <summary>For example <c>pdf</c> or <c>html</c>.</summary>
    public string Format { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static DocumentFile Keep(Document document, string format, string mediaType, byte[] content) => new()
    {
        MerchantId = document.MerchantId,
        DocumentId = document.Id,
        Format = format,
        MediaType = mediaType,
        Content = content,
    };
}
