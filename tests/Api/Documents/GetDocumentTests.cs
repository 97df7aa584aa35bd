using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Who may see a document.</summary>
public abstract class GetDocumentTests(SteppedServer server)
{
    [Fact]
    public async Task A_customer_reads_its_own_document_alone()
    {
        var shop = await Office.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var (own, foreign) = (await Office.Make(shop, DocumentKind.Invoice, mine.InvoiceId), await Office.Make(shop, DocumentKind.Invoice, theirs.InvoiceId));
        var customer = await Office.CustomerOf(shop, mine);

        Assert.Equal(own.Number, (await customer.GetDocumentAsync(own.Id)).Number);
        await Refused.With("document_not_found", () => customer.GetDocumentAsync(foreign.Id));
    }

    [Fact]
    public async Task What_is_no_document_of_the_merchant_is_not_found()
    {
        var (shop, other) = (await Office.Open(server), await Office.Open(server));
        var document = await Office.Make(shop, DocumentKind.Invoice, (await shop.Place()).InvoiceId);
        await Refused.With("document_not_found", () => other.Api.GetDocumentAsync(document.Id));
        await Refused.With("document_not_found", () => shop.Api.GetDocumentAsync("doc_nonsense"));
    }
}

public sealed class GetDocumentOnSqlite(SteppedOnSqlite server) : GetDocumentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class GetDocumentOnPostgres(SteppedOnPostgres server) : GetDocumentTests(server), IClassFixture<SteppedOnPostgres>;
