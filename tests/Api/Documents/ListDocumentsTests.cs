using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Which documents there are, for the merchant and for a customer.</summary>
public abstract class ListDocumentsTests(SteppedServer server)
{
    [Fact]
    public async Task Documents_are_found_by_invoice_kind_and_status()
    {
        var shop = await Office.Open(server);
        var (sold, _) = await shop.Sell();
        var open = await shop.Place();
        var invoice = await Office.Make(shop, DocumentKind.Invoice, open.InvoiceId);
        var act = await Office.ActOf(shop, sold.InvoiceId);

        Assert.Equal([invoice.Id, act.Id], (await shop.Api.ListDocumentsAsync()).Data.Select(document => document.Id));
        Assert.Equal(act.Id, Assert.Single((await shop.Api.ListDocumentsAsync(status: DocumentStatus.Due)).Data).Id);
        Assert.Equal(invoice.Id, Assert.Single((await shop.Api.ListDocumentsAsync(kind: DocumentKind.Invoice)).Data).Id);
        Assert.Equal(invoice.Id, Assert.Single((await shop.Api.ListDocumentsAsync(invoiceId: open.InvoiceId)).Data).Id);
        Assert.Empty((await shop.Api.ListDocumentsAsync(invoiceId: "inv_nonsense")).Data);
    }

    [Fact]
    public async Task A_page_ends_where_the_next_begins()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            made.Add((await Office.Make(shop, DocumentKind.Invoice, order.InvoiceId)).Id);
        }

        var first = await shop.Api.ListDocumentsAsync(limit: 2);
        var second = await shop.Api.ListDocumentsAsync(limit: 2, cursor: first.NextCursor);

        Assert.Equal(made.Order(StringComparer.Ordinal).Reverse(), first.Data.Concat(second.Data).Select(document => document.Id));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task A_customer_lists_its_own_documents_alone()
    {
        var shop = await Office.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var own = await Office.Make(shop, DocumentKind.Invoice, mine.InvoiceId);
        await Office.Make(shop, DocumentKind.Invoice, theirs.InvoiceId);

        var customer = await Office.CustomerOf(shop, mine);

        Assert.Equal(own.Id, Assert.Single((await customer.ListDocumentsAsync()).Data).Id);
    }
}

public sealed class ListDocumentsOnSqlite(SteppedOnSqlite server) : ListDocumentsTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ListDocumentsOnPostgres(SteppedOnPostgres server) : ListDocumentsTests(server), IClassFixture<SteppedOnPostgres>;
