using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Documents;

/// <summary>That an invoice line stands in an act: the newest, where one corrects another. The line is the key: it stands in at most one (ruling 28).</summary>
public sealed class ActLine : IOwned
{
    private ActLine()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<InvoiceLine> InvoiceLineId { get; private set; }

    public Id<Document> DocumentId { get; private set; }

    public static ActLine Claim(Document act, Id<InvoiceLine> line) => new() { MerchantId = act.MerchantId, InvoiceLineId = line, DocumentId = act.Id };

    /// <summary>An act that cancels or corrects takes over the lines of the one that it replaces.</summary>
    public void MoveTo(Document act) => DocumentId = act.Id;
}
