using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using SendDocumentRequest = BillingHeadless.Client.SendDocumentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Rule A9, rulings 6, 14 and 28: an act from the payment to the buyer's mail.</summary>
public abstract class IssueDocumentTests(SteppedServer server)
{
    [Fact]
    public async Task A9_the_act_is_issued_and_mailed_on_the_payments_day()
    {
        var shop = await Office.Open(server);
        var order = await shop.Api.CreateOrderAsync(shop.NewOrder(months: 12, email: "act@firm.example"));
        await shop.Pay(order.InvoiceId);
        await server.RunJobs();

        var act = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, "2026-000001", new DateOnly(2026, 11, 21)), (act.Status, act.Number, act.IssuedOn));
        Assert.Equal(order.Total.Amount, act.Total.Amount);
        // Day 10 is 1 December; it is overdue from the midnight after, in Kyiv.
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 22, 0, 0, TimeSpan.Zero), act.DueAt);
        var mail = Assert.Single(SentMail.In(server.Database.Directory), mail => mail.To == order.Contact.Email && mail.Attachments.Any());
        Assert.Equal("Акт № 2026-000001 від 21 листопада 2026 р.", mail.Subject);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("act-2026-000001.pdf", "application/pdf"), (file.FileName, file.MediaType));
        Assert.Equal(await Office.ContentOf(shop, act.Id), file.Content);
        Assert.Contains("help@vendor.example", mail.Text);
        var happened = await Office.EventTypes(shop);
        Assert.Equal((1, 1), (happened.Count(type => type == "act.issued"), happened.Count(type => type == "act.sent")));
    }

    [Fact]
    public async Task A9_the_act_says_every_requisite_line_total_and_word()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place(months: 12);
        await shop.Api.UpdateCustomerAsync(order.CustomerId, new UpdateCustomerRequest { Requisites = Office.Buyer });
        await shop.Pay(order.InvoiceId);
        await server.RunJobs();

        var text = await Office.TextOf(await Office.ContentOf(shop, (await Office.ActOf(shop, order.InvoiceId)).Id));

        var (seller, buyer) = (Office.Seller, Office.Buyer);
        string?[] words =
        [
            seller.Name, seller.TaxId, seller.RegistrationCode, seller.Address, seller.Iban, seller.Bank, "help@vendor.example", "Іваненко І. І.",
            buyer.Name, buyer.TaxId, buyer.RegistrationCode, buyer.Address, order.Contact.Email,
            "№ 2026-000001", "21 листопада 2026 р.", $"№ {(await shop.Api.GetInvoiceAsync(order.InvoiceId)).Number}",
            "Оферта",
            $"Модуль, Pro, портал {order.Portal}, 1 рік",
            "1 592,00", "ПДВ 20 %", "318,40", "1 910,40",
            "Одна тисяча дев'ятсот десять гривень 40 копійок",
        ];
        Assert.All(words, word => Assert.Contains(Office.Squeeze(word!), text));
    }

    [Fact]
    public async Task An_act_waits_for_requisites_and_is_issued_when_the_settings_have_them()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell();
        await server.RunJobs();
        await server.RunJobs();

        var waiting = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Due, null), (waiting.Status, waiting.Number));
        Assert.Contains("seller.iban", waiting.Waits);
        Assert.Single(await Office.EventTypes(shop), type => type == "act.waiting");
        await Refused.With("document_not_ready", () => shop.Api.GetDocumentContentAsync(waiting.Id));
        await Refused.With("document_not_ready", () => shop.Api.SendDocumentAsync(waiting.Id, new SendDocumentRequest()));

        await Office.Equip(shop);
        await server.RunJobs();
        var issued = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, "2026-000001", null), (issued.Status, issued.Number, issued.Waits));
    }

    [Fact]
    public async Task An_act_waits_for_the_buyers_requisites_and_is_issued_when_the_customer_has_them()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        await shop.Api.UpdateCustomerAsync(order.CustomerId, new UpdateCustomerRequest { Requisites = new Requisites { Name = "ТОВ «Покупець»" } });
        await shop.Pay(order.InvoiceId);
        await server.RunJobs();
        Assert.Contains("buyer.taxId", (await Office.ActOf(shop, order.InvoiceId)).Waits);

        await shop.Api.UpdateCustomerAsync(order.CustomerId, new UpdateCustomerRequest { Requisites = Office.Buyer });
        await server.RunJobs();

        Assert.Equal(DocumentStatus.Sent, (await Office.ActOf(shop, order.InvoiceId)).Status);
    }

    [Fact]
    public async Task An_act_that_waits_for_a_generator_is_tried_every_day()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        var act = await Office.ActOf(shop, order.InvoiceId);
        await server.Database.Execute($"update documents set format = 'docx' where id = '{act.Id}'");
        await server.RunJobs();
        Assert.Contains("docx", (await Office.ActOf(shop, order.InvoiceId)).Waits);

        await server.Database.Execute($"update documents set format = 'pdf' where id = '{act.Id}'");
        await shop.MoveClock(server.Time.Now.AddHours(23));
        Assert.Equal(DocumentStatus.Due, (await Office.ActOf(shop, order.InvoiceId)).Status);
        await shop.MoveClock(server.Time.Now.AddHours(25));

        var issued = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, null, new DateOnly(2026, 11, 21)), (issued.Status, issued.Waits, issued.IssuedOn));
    }

    [Fact]
    public async Task A_late_act_shows_up_as_overdue_and_a_later_sending_still_counts()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell();
        await server.RunJobs();
        var due = (await Office.ActOf(shop, order.InvoiceId)).DueAt;

        await shop.MoveClock(due.AddSeconds(-1));
        Assert.Equal(DocumentStatus.Due, (await Office.ActOf(shop, order.InvoiceId)).Status);
        await shop.MoveClock(due);
        Assert.Equal(order.InvoiceId, Assert.Single((await shop.Api.ListDocumentsAsync(status: DocumentStatus.Overdue)).Data).InvoiceId);
        Assert.Contains("act.overdue", await Office.EventTypes(shop));

        await Office.Equip(shop);
        await shop.MoveClock(due.AddSeconds(1));
        var act = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal(DocumentStatus.Sent, act.Status);
        Assert.True(act.SentAt >= due);
    }

    [Fact]
    public async Task A_sent_act_is_never_overdue()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        await shop.MoveClock(server.Time.Now.AddDays(30));
        Assert.Equal(DocumentStatus.Sent, (await Office.ActOf(shop, order.InvoiceId)).Status);
        Assert.DoesNotContain("act.overdue", await Office.EventTypes(shop));
    }

    [Fact]
    public async Task A_crash_between_number_and_file_goes_on_with_the_frozen_facts()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        var act = await Office.ActOf(shop, order.InvoiceId);
        await server.Get<IWriter>().Write(
            new(shop.Merchant.Id),
            async (db, token) => await server.Get<DocumentFreezing>().Freeze(db, await db.Documents.SingleAsync(row => row.Id == new Domain.Kernel.Id<Domain.Documents.Document>(act.Id), token), token),
            CancellationToken.None);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { Requisites = new Requisites { Name = "Нова назва", TaxId = "143605726590", Address = "Київ", Iban = Office.Seller.Iban, Bank = "Банк" } });

        await server.RunJobs();

        var issued = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, "2026-000001"), (issued.Status, issued.Number));
        var text = await Office.TextOf(await Office.ContentOf(shop, act.Id));
        Assert.Contains(Office.Squeeze(Office.Seller.Name!), text);
        Assert.DoesNotContain("Нованазва", text);
    }

    [Fact]
    public async Task Acts_are_numbered_without_gaps_and_the_books_agree()
    {
        var shop = await Office.Open(server);
        for (var i = 0; i < 3; i++)
        {
            await shop.Sell();
            await server.RunJobs();
        }

        var numbers = (await shop.Api.ListDocumentsAsync(kind: DocumentKind.Act)).Data.Select(act => act.Number).Order(StringComparer.Ordinal);
        Assert.Equal(["2026-000001", "2026-000002", "2026-000003"], numbers);
        Assert.True((await shop.Api.ProveBooksAsync()).Balanced);
    }

    [Fact]
    public async Task The_same_facts_print_the_same_bytes()
    {
        var shop = await Office.Open(server);
        var (order, _) = await shop.Sell();
        await server.RunJobs();
        var act = await Office.ActOf(shop, order.InvoiceId);

        var again = await server.Get<DocumentPrinting>().Print(new(shop.Merchant.Id), new(act.Id), CancellationToken.None);

        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString(again.Content.AsSpan(0, 8)));
        Assert.Equal(await Office.ContentOf(shop, act.Id), again.Content);
    }
}

public sealed class IssueDocumentOnSqlite(SteppedOnSqlite server) : IssueDocumentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class IssueDocumentOnPostgres(SteppedOnPostgres server) : IssueDocumentTests(server), IClassFixture<SteppedOnPostgres>;
