using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using SendDocumentRequest = BillingHeadless.Client.SendDocumentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>A document by mail, once more.</summary>
public abstract class SendDocumentTests(SteppedServer server)
{
    [Fact]
    public async Task A_document_is_sent_again_also_to_another_address()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        var document = await Office.Make(shop, DocumentKind.Invoice, order.InvoiceId);
        await Refused.With("email_invalid", () => shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "nobody" }));

        await shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "Again@Firm.example" });
        await shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "again@firm.example" });
        await server.RunJobs();

        var mails = SentMail.In(server.Database.Directory).Where(mail => mail.To == "again@firm.example").ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal($"invoice-{document.Number}.pdf", Assert.Single(mail.Attachments).FileName));
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(document.Id)).Status);
    }

    [Fact]
    public async Task Only_the_merchant_sends_what_is_issued()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        var act = await Office.ActOf(shop, order.InvoiceId);
        var customer = await Office.CustomerOf(shop, order);

        await Refused.With("document_not_ready", () => shop.Api.SendDocumentAsync(act.Id, new SendDocumentRequest()));
        await Refused.With("forbidden", () => customer.SendDocumentAsync(act.Id, new SendDocumentRequest()));
        await Refused.With("document_not_found", () => shop.Api.SendDocumentAsync("doc_nonsense", new SendDocumentRequest()));
    }
}

public sealed class SendDocumentOnSqlite(SteppedOnSqlite server) : SendDocumentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class SendDocumentOnPostgres(SteppedOnPostgres server) : SendDocumentTests(server), IClassFixture<SteppedOnPostgres>;
