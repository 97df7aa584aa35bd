using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using CreateDocumentRequest = BillingHeadless.Client.CreateDocumentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>The file of a document.</summary>
public abstract class GetDocumentContentTests(SteppedServer server)
{
    [Fact]
    public async Task The_rendered_html_is_a_format_too_and_cannot_run_as_a_page()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        var document = await shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Invoice, InvoiceId = order.InvoiceId, Format = "html" });

        using var file = await shop.Api.GetDocumentContentAsync(document.Id);

        Assert.Contains("Зразкові рішення", Encoding.UTF8.GetString(await Office.BytesOf(file)));
        Assert.Equal("text/html; charset=utf-8", file.Headers["Content-Type"].Single());
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"].Single());
        Assert.StartsWith("sandbox", file.Headers["Content-Security-Policy"].Single());
    }

    [Fact]
    public async Task A_customer_reads_its_own_file_alone()
    {
        var shop = await Office.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var (own, foreign) = (await Office.Make(shop, DocumentKind.Invoice, mine.InvoiceId), await Office.Make(shop, DocumentKind.Invoice, theirs.InvoiceId));
        var customer = await Office.CustomerOf(shop, mine);

        using var file = await customer.GetDocumentContentAsync(own.Id);

        Assert.Equal("application/pdf", file.Headers["Content-Type"].Single());
        Assert.Equal($"attachment; filename=invoice-{own.Number}.pdf", file.Headers["Content-Disposition"].Single());
        await Refused.With("document_not_found", () => customer.GetDocumentContentAsync(foreign.Id));
    }

    [Fact]
    public async Task A_document_that_is_not_issued_has_no_file_yet()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        await Refused.With("document_not_ready", async () => await shop.Api.GetDocumentContentAsync((await Office.ActOf(shop, order.InvoiceId)).Id));
    }
}

public sealed class GetDocumentContentOnSqlite(SteppedOnSqlite server) : GetDocumentContentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class GetDocumentContentOnPostgres(SteppedOnPostgres server) : GetDocumentContentTests(server), IClassFixture<SteppedOnPostgres>;
