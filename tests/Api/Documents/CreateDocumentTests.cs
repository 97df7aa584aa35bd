using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using CreateDocumentRequest = BillingHeadless.Client.CreateDocumentRequest;
using SendDocumentRequest = BillingHeadless.Client.SendDocumentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Documents on request: ruling 28.</summary>
public abstract class CreateDocumentTests(SteppedServer server)
{
    [Fact]
    public async Task On_request_an_act_comes_only_when_it_is_asked_for_and_once()
    {
        var shop = await Office.Open(server);
        await Office.AskForActs(shop);
        var (order, _) = await shop.Sell();
        await server.RunJobs();
        Assert.Empty(await Office.ActsOf(shop, order.InvoiceId));

        var act = await Make(shop, DocumentKind.Act, order.InvoiceId);

        Assert.Equal((DocumentStatus.Issued, "2026-000001", order.Total.Amount), (act.Status, act.Number, act.Total.Amount));
        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString((await Office.ContentOf(shop, act.Id)).AsSpan(0, 8)));
        await server.RunJobs();
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(act.Id)).Status);
        await Refused.With("act_already_issued", () => Make(shop, DocumentKind.Act, order.InvoiceId));
    }

    [Fact]
    public async Task The_same_request_twice_makes_one_document()
    {
        var shop = await Office.Open(server);
        await Office.AskForActs(shop);
        var (order, _) = await shop.Sell();
        var request = new CreateDocumentRequest { Kind = DocumentKind.Act, InvoiceId = order.InvoiceId };

        var first = await shop.Api.CreateDocumentAsync(request, "once");
        var second = await shop.Api.CreateDocumentAsync(request, "once");

        Assert.Equal(first.Id, second.Id);
        Assert.Single(await Office.ActsOf(shop, order.InvoiceId));
    }

    [Fact]
    public async Task An_act_is_made_of_a_payment_too()
    {
        var shop = await Office.Open(server);
        await Office.AskForActs(shop);
        var (order, payment) = await shop.Sell();
        var act = await shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Act, PaymentId = payment.Id });
        Assert.Equal(order.InvoiceId, act.InvoiceId);
    }

    [Fact]
    public async Task No_act_without_a_payment_nor_after_a_refund()
    {
        var shop = await Office.Open(server);
        await Office.AskForActs(shop);
        var open = await shop.Place();
        await Refused.With("invoice_not_paid", () => Make(shop, DocumentKind.Act, open.InvoiceId));

        var (sold, payment) = await shop.Sell();
        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        await Refused.With("invoice_not_paid", () => Make(shop, DocumentKind.Act, sold.InvoiceId));
    }

    [Fact]
    public async Task Missing_requisites_are_named()
    {
        var shop = await Shop.Open(server);
        await Office.AskForActs(shop);
        var (order, _) = await shop.Sell();

        var refusal = await Refused.With("requisites_missing", () => Make(shop, DocumentKind.Act, order.InvoiceId));

        Assert.Equal(["seller.address", "seller.bank", "seller.iban", "seller.name", "seller.taxId"], refusal.Errors.Keys.Order(StringComparer.Ordinal));
        await Refused.With("requisites_missing", async () => await Make(shop, DocumentKind.Invoice, (await shop.Place()).InvoiceId));
        Assert.Empty(await Office.ActsOf(shop, order.InvoiceId));
    }

    [Fact]
    public async Task An_invoice_for_payment_carries_the_invoices_number_and_all_that_a_bank_needs()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place(months: 12);
        var invoice = await shop.Api.GetInvoiceAsync(order.InvoiceId);

        var document = await Make(shop, DocumentKind.Invoice, order.InvoiceId);

        Assert.Equal((invoice.Number, DocumentStatus.Issued), (document.Number, document.Status));
        var text = await Office.TextOf(await Office.ContentOf(shop, document.Id));
        string[] words =
        [
            invoice.Number, Office.Seller.Name!, Office.Seller.Iban!, Office.Seller.Bank!, Office.Seller.RegistrationCode!, "1 910,40", "318,40",
            $"Оплата за послуги згідно з рахунком № {invoice.Number} від 21.11.2026, у т. ч. ПДВ 318,40 грн",
            "Сплатити до 28 листопада 2026 р. включно",
        ];
        Assert.All(words, word => Assert.Contains(Office.Squeeze(word), text));
        await shop.Pay(order.InvoiceId);
        await Refused.With("invoice_not_open", () => Make(shop, DocumentKind.Invoice, order.InvoiceId));
    }

    [Fact]
    public async Task A_receipt_says_what_a_payment_has_brought()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await Refused.With("invoice_not_paid", () => Make(shop, DocumentKind.Receipt, order.InvoiceId));
        var part = await shop.StartPayment(order.InvoiceId, 5_000);
        await shop.EnterCard(part);
        await shop.Decided(part.Id);

        var receipt = await shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Receipt, PaymentId = part.Id });

        Assert.Equal(("2026-000001", 5_000), (receipt.Number, receipt.Total.Amount));
        Assert.Contains(Office.Squeeze("П'ятдесят гривень 00 копійок"), await Office.TextOf(await Office.ContentOf(shop, receipt.Id)));
    }

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
    public async Task What_a_document_is_about_must_be_clear_and_there()
    {
        var shop = await Office.Open(server);
        var other = await Office.Open(server);
        var order = await shop.Place();
        await Refused.With("format_unknown", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Invoice, InvoiceId = order.InvoiceId, Format = "docx" }));
        await Refused.With("document_subject_unclear", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Act }));
        await Refused.With("invoice_not_found", () => Make(shop, DocumentKind.Invoice, "inv_nonsense"));
        await Refused.With("invoice_not_found", () => Make(other, DocumentKind.Invoice, order.InvoiceId));
        await Refused.With("payment_not_found", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Receipt, PaymentId = "pay_nonsense" }));
    }

    [Fact]
    public async Task A_customer_sees_its_own_documents_alone()
    {
        var shop = await Office.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var (own, foreign) = (await Make(shop, DocumentKind.Invoice, mine.InvoiceId), await Make(shop, DocumentKind.Invoice, theirs.InvoiceId));
        var session = await shop.Api.CreateCustomerSessionAsync(mine.CustomerId, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "anna" });
        var customer = shop.Client(session.Token);

        Assert.Equal(own.Id, Assert.Single((await customer.ListDocumentsAsync()).Data).Id);
        Assert.Equal(own.Id, (await customer.GetDocumentAsync(own.Id)).Id);
        await Refused.With("document_not_found", () => customer.GetDocumentAsync(foreign.Id));
        await Refused.With("document_not_found", () => customer.GetDocumentContentAsync(foreign.Id));
        await Refused.With("forbidden", () => customer.SendDocumentAsync(own.Id, new SendDocumentRequest()));
        await Refused.With("document_not_found", () => shop.Api.SendDocumentAsync("doc_nonsense", new SendDocumentRequest()));
    }

    [Fact]
    public async Task A_document_is_sent_again_also_to_another_address()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        var document = await Make(shop, DocumentKind.Invoice, order.InvoiceId);
        await Refused.With("email_invalid", () => shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "nobody" }));

        await shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "Again@Firm.example" });
        await shop.Api.SendDocumentAsync(document.Id, new SendDocumentRequest { Email = "again@firm.example" });
        await server.RunJobs();

        var mails = SentMail.In(server.Database.Directory).Where(mail => mail.To == "again@firm.example").ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal($"invoice-{document.Number}.pdf", Assert.Single(mail.Attachments).FileName));
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(document.Id)).Status);
    }

    private static Task<Document> Make(Shop shop, DocumentKind kind, string invoiceId) =>
        shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = kind, InvoiceId = invoiceId });
}

public sealed class CreateDocumentOnSqlite(SteppedOnSqlite server) : CreateDocumentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class CreateDocumentOnPostgres(SteppedOnPostgres server) : CreateDocumentTests(server), IClassFixture<SteppedOnPostgres>;
