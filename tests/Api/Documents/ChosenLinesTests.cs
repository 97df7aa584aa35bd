using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using CreateCustomerRequest = BillingHeadless.Client.CreateCustomerRequest;
using CreateDocumentRequest = BillingHeadless.Client.CreateDocumentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>An act of chosen lines, made out to whom it is asked for: rule B7, ruling 28.</summary>
public abstract class ChosenLinesTests(SteppedServer server)
{
    private const long FirstPrice = 19_900;
    private const long SecondPrice = 5_000;

    [Fact]
    public async Task Each_line_stands_in_one_act_whoever_asks_for_it()
    {
        var shop = await Office.Open(server);
        var (order, lines) = await SellTwo(shop);
        var company = await Company(shop);

        var first = await Ask(shop, order, [lines[0]], company.Id);
        var refusal = await Refused.With("act_already_issued", () => Ask(shop, order, lines));
        var second = await Ask(shop, order, [lines[1]]);

        Assert.Contains(lines[0], Assert.Single(refusal.Errors["lines"]));
        Assert.Equal([(FirstPrice, company.Id), (SecondPrice, order.CustomerId)], [(first.Total.Amount, first.CustomerId), (second.Total.Amount, second.CustomerId)]);
        await Refused.With("act_already_issued", () => Ask(shop, order, [lines[0]]));
        await Refused.With("act_already_issued", () => Ask(shop, order, [lines[1]], company.Id));
        var text = await Office.TextOf(await Office.ContentOf(shop, second.Id));
        Assert.Contains(Office.Squeeze("П'ятдесят гривень 00 копійок"), text);
        Assert.Contains("Звіти", text);
        Assert.DoesNotContain("Модуль", text);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task An_act_for_another_company_names_its_requisites_and_goes_to_it()
    {
        var shop = await Office.Open(server);
        var (order, _) = await SellTwo(shop);
        var company = await Company(shop);

        var act = await Ask(shop, order, lines: null, company.Id);
        await server.RunJobs();

        var text = await Office.TextOf(await Office.ContentOf(shop, act.Id));
        Assert.All([Office.Buyer.Name!, Office.Buyer.RegistrationCode!, Office.Buyer.Address!], word => Assert.Contains(Office.Squeeze(word), text));
        Assert.DoesNotContain(Office.Squeeze("Олена Покупець"), text);
        var mail = Assert.Single(Mails(company.Email!));
        Assert.Equal($"act-{act.Number}.pdf", Assert.Single(mail.Attachments).FileName);
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(act.Id)).Status);

        await shop.Api.SendDocumentAsync(act.Id, new SendDocumentRequest());
        await server.RunJobs();
        Assert.Equal(2, Mails(company.Email!).Count);
    }

    [Fact]
    public async Task A_document_is_read_by_whom_it_is_made_out_to()
    {
        var shop = await Office.Open(server);
        var (order, _) = await SellTwo(shop);
        var company = await Company(shop);
        var act = await Ask(shop, order, lines: null, company.Id);
        var session = await shop.Api.CreateCustomerSessionAsync(company.Id, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "olha" });

        Assert.Equal(act.Id, (await shop.Client(session.Token).GetDocumentAsync(act.Id)).Id);
        var buyer = await Office.CustomerOf(shop, order);
        await Refused.With("document_not_found", () => buyer.GetDocumentAsync(act.Id));
    }

    [Fact]
    public async Task Whoever_has_no_email_gets_it_where_it_is_sent_to()
    {
        var shop = await Office.Open(server);
        var (order, _) = await SellTwo(shop);
        var company = await shop.Api.CreateCustomerAsync(new CreateCustomerRequest { Requisites = Office.Buyer });

        var act = await Ask(shop, order, lines: null, company.Id);
        await server.RunJobs();
        Assert.Equal((DocumentStatus.Issued, ""), (act.Status, act.Email));
        await Refused.With("email_invalid", () => shop.Api.SendDocumentAsync(act.Id, new SendDocumentRequest()));

        await shop.Api.SendDocumentAsync(act.Id, new SendDocumentRequest { Email = "accountant@company.example" });
        await server.RunJobs();
        Assert.Single(Mails("accountant@company.example"));
        Assert.Equal(DocumentStatus.Sent, (await shop.Api.GetDocumentAsync(act.Id)).Status);
    }

    [Fact]
    public async Task An_invoice_for_payment_and_a_receipt_are_made_out_to_another_too_but_are_about_all_lines()
    {
        var shop = await Office.Open(server);
        var company = await Company(shop);
        var (order, lines) = await PlaceTwo(shop);

        foreach (var kind in new[] { DocumentKind.Invoice, DocumentKind.Receipt })
        {
            await Refused.With("document_lines_fixed", () => Ask(shop, order, lines, kind: kind));
            var document = await Ask(shop, order, lines: null, company.Id, kind);
            Assert.Equal((FirstPrice + SecondPrice, company.Email), (document.Total.Amount, document.Email));
            Assert.Contains(Office.Squeeze(Office.Buyer.Name!), await Office.TextOf(await Office.ContentOf(shop, document.Id)));
            await (kind == DocumentKind.Invoice ? shop.Pay(order.InvoiceId) : Task.CompletedTask);
        }
    }

    [Fact]
    public async Task Lines_and_addressee_that_cannot_be_are_refused()
    {
        var shop = await Office.Open(server);
        var other = await Office.Open(server);
        var (order, lines) = await SellTwo(shop);
        var stranger = await Company(other);
        var nameless = await shop.Api.CreateCustomerAsync(new CreateCustomerRequest { Email = "nameless@company.example", Requisites = new Requisites { Address = "Львів" } });

        await Refused.With("request_invalid", () => Ask(shop, order, []));
        var refusal = await Refused.With("invoice_line_unknown", () => Ask(shop, order, [lines[0], "inl_nonsense"]));
        Assert.Equal(["inl_nonsense"], refusal.Errors["lines"]);
        await Refused.With("customer_not_found", () => Ask(shop, order, lines, stranger.Id));
        var missing = await Refused.With("requisites_missing", () => Ask(shop, order, lines, nameless.Id));
        Assert.Equal(["buyer.name", "buyer.taxId"], missing.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await Office.ActsOf(shop, order.InvoiceId));
    }

    [Fact]
    public async Task A_refund_is_followed_by_every_act_of_the_invoice()
    {
        var shop = await Office.Open(server);
        var (order, lines) = await SellTwo(shop);
        var company = await Company(shop);
        await Ask(shop, order, [lines[0]], company.Id);
        await Ask(shop, order, [lines[1]]);
        var payment = Assert.Single((await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data);

        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = 12_450, Currency = "UAH" } });
        await server.RunJobs();
        var halved = (await Office.ActsOf(shop, order.InvoiceId)).Where(act => act.Variant == DocumentVariant.Correction).ToList();
        Assert.Equal([(SecondPrice / 2, order.CustomerId), (FirstPrice / 2, company.Id)], halved.Select(act => (act.Total.Amount, act.CustomerId)).Order());
        await shop.ProveBooks();

        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        await server.RunJobs();
        var cancelled = (await Office.ActsOf(shop, order.InvoiceId)).Where(act => act.Variant == DocumentVariant.Cancellation);
        Assert.Equal(halved.Select(act => act.Id), cancelled.Select(act => act.Replaces!).Order(StringComparer.Ordinal));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_refund_before_the_rest_is_asked_for_lessens_it_too()
    {
        var shop = await Office.Open(server);
        var (order, lines) = await SellTwo(shop);
        await Ask(shop, order, [lines[0]]);
        var payment = Assert.Single((await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data);
        await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = 12_450, Currency = "UAH" } });

        var rest = await Ask(shop, order, [lines[1]]);

        Assert.Equal(SecondPrice / 2, rest.Total.Amount);
        await shop.ProveBooks();
    }

    private static Task<Document> Ask(Shop shop, Order order, IReadOnlyList<string>? lines, string? addressee = null, DocumentKind kind = DocumentKind.Act) =>
        shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = kind, InvoiceId = order.InvoiceId, Lines = lines?.ToList(), Addressee = addressee });

    private static Task<Customer> Company(Shop shop) => shop.Api.CreateCustomerAsync(new CreateCustomerRequest
    {
        Email = $"office{Guid.NewGuid():N}@company.example",
        Requisites = Office.Buyer,
    });

    private async Task<(Order Order, IReadOnlyList<string> Lines)> SellTwo(Shop shop)
    {
        await Office.AskForActs(shop);
        var placed = await PlaceTwo(shop);
        await shop.Pay(placed.Order.InvoiceId);
        await server.RunJobs();
        return placed;
    }

    /// <summary>An order of two products; the second one costs 50.00.</summary>
    private static async Task<(Order Order, IReadOnlyList<string> Lines)> PlaceTwo(Shop shop)
    {
        var reports = await shop.Api.CreateProductAsync(new CreateProductRequest { Name = "Звіти", Kind = ProductKind.Licence });
        var plan = await shop.Api.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = reports.Id,
            Name = "Base",
            Price = new Money { Amount = SecondPrice, Currency = "UAH" },
            TaxRateBasisPoints = 2_000,
            Terms = [new PlanTerm { Months = 1 }],
        });
        var request = shop.NewOrder();
        request.Items = [.. request.Items, new OrderItemRequest { PlanId = plan.Id, Months = 1 }];
        var order = await shop.Api.CreateOrderAsync(request);
        return (order, [.. (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Lines.Select(line => line.Id!)]);
    }

    private List<SentMail> Mails(string address) => [.. SentMail.In(server.Database.Directory).Where(mail => mail.To == address)];
}

public sealed class ChosenLinesOnSqlite(SteppedOnSqlite server) : ChosenLinesTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ChosenLinesOnPostgres(SteppedOnPostgres server) : ChosenLinesTests(server), IClassFixture<SteppedOnPostgres>;
