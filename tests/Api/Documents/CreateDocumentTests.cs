using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using CreateDocumentRequest = BillingHeadless.Client.CreateDocumentRequest;

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

        var act = await Office.Make(shop, DocumentKind.Act, order.InvoiceId);

        Assert.Equal((DocumentStatus.Issued, "2026-000001", order.Total.Amount), (act.Status, act.Number, act.Total.Amount));
        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString((await Office.ContentOf(shop, act.Id)).AsSpan(0, 8)));
        await server.RunJobs();
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(act.Id)).Status);
        await Refused.With("act_already_issued", () => Office.Make(shop, DocumentKind.Act, order.InvoiceId));
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
        await Refused.With("invoice_not_paid", () => Office.Make(shop, DocumentKind.Act, open.InvoiceId));

        var (sold, payment) = await shop.Sell();
        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        await Refused.With("invoice_not_paid", () => Office.Make(shop, DocumentKind.Act, sold.InvoiceId));
    }

    [Fact]
    public async Task Missing_requisites_are_named()
    {
        var shop = await Shop.Open(server);
        await Office.AskForActs(shop);
        var (order, _) = await shop.Sell();

        var refusal = await Refused.With("requisites_missing", () => Office.Make(shop, DocumentKind.Act, order.InvoiceId));

        Assert.Equal(["seller.address", "seller.bank", "seller.iban", "seller.name", "seller.taxId"], refusal.Errors.Keys.Order(StringComparer.Ordinal));
        await Refused.With("requisites_missing", async () => await Office.Make(shop, DocumentKind.Invoice, (await shop.Place()).InvoiceId));
        Assert.Empty(await Office.ActsOf(shop, order.InvoiceId));
    }

    [Fact]
    public async Task An_invoice_for_payment_carries_the_invoices_number_and_all_that_a_bank_needs()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place(months: 12);
        var invoice = await shop.Api.GetInvoiceAsync(order.InvoiceId);

        var document = await Office.Make(shop, DocumentKind.Invoice, order.InvoiceId);

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
        await Refused.With("invoice_not_open", () => Office.Make(shop, DocumentKind.Invoice, order.InvoiceId));
    }

    [Fact]
    public async Task A_receipt_says_what_a_payment_has_brought()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await Refused.With("invoice_not_paid", () => Office.Make(shop, DocumentKind.Receipt, order.InvoiceId));
        var part = await shop.StartPayment(order.InvoiceId, 5_000);
        await shop.EnterCard(part);
        await shop.Decided(part.Id);

        var receipt = await shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Receipt, PaymentId = part.Id });

        Assert.Equal(("2026-000001", 5_000), (receipt.Number, receipt.Total.Amount));
        Assert.Contains(Office.Squeeze("П'ятдесят гривень 00 копійок"), await Office.TextOf(await Office.ContentOf(shop, receipt.Id)));
    }

    [Fact]
    public async Task What_a_document_is_about_must_be_clear_and_there()
    {
        var shop = await Office.Open(server);
        var other = await Office.Open(server);
        var order = await shop.Place();
        await Refused.With("format_unknown", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Invoice, InvoiceId = order.InvoiceId, Format = "docx" }));
        await Refused.With("document_subject_unclear", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Act }));
        await Refused.With("invoice_not_found", () => Office.Make(shop, DocumentKind.Invoice, "inv_nonsense"));
        await Refused.With("invoice_not_found", () => Office.Make(other, DocumentKind.Invoice, order.InvoiceId));
        await Refused.With("payment_not_found", () => shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Receipt, PaymentId = "pay_nonsense" }));
    }
}

public sealed class CreateDocumentOnSqlite(SteppedOnSqlite server) : CreateDocumentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class CreateDocumentOnPostgres(SteppedOnPostgres server) : CreateDocumentTests(server), IClassFixture<SteppedOnPostgres>;
