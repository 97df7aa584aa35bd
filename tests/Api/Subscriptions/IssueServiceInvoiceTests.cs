using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rule B6: the invoice that comes by itself reaches whoever pays it.</summary>
public abstract class IssueServiceInvoiceTests(SteppedServer server)
{
    [Fact]
    public async Task B6_five_days_before_the_end_the_paper_for_the_bank_goes_out_by_mail()
    {
        var desk = await ServiceDesk.Open(server);
        await Office.Equip(desk.Shop);
        await desk.Shop.Api.UpdateGatewayAsync("bank-transfer", new UpdateGatewayRequest { Enabled = true });
        await desk.Shop.Api.UpdateCustomerAsync(desk.Customer.Id, new UpdateCustomerRequest { Requisites = Office.Buyer });
        var subscription = await desk.Running(AutoPayMethod.Invoice);

        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-5));
        await server.RunJobs();

        var invoice = await desk.Shop.Api.GetInvoiceAsync((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId!);
        var paper = Assert.Single((await desk.Shop.Api.ListDocumentsAsync(invoiceId: invoice.Id)).Data);
        Assert.Equal((DocumentKind.Invoice, DocumentStatus.Sent, invoice.Number), (paper.Kind, paper.Status, paper.Number));
        var letter = Assert.Single(SentMail.In(server.Database.Directory), mail => mail.Attachments.Any());
        var attached = Assert.Single(letter.Attachments);
        Assert.Equal(desk.Customer.Email, letter.To);
        Assert.Equal("application/pdf", attached.MediaType);
        Assert.Contains(Office.Seller.Iban!, await Office.TextOf(attached.Content));
    }

    [Fact]
    public async Task Where_no_paper_can_be_made_out_the_mail_says_where_to_pay()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Invoice);

        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-5));
        await server.RunJobs();

        var invoice = (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId;
        var letter = Assert.Single(SentMail.In(server.Database.Directory), mail => mail.Html.Contains($"/pay/{invoice}/", StringComparison.Ordinal));
        Assert.Equal((desk.Customer.Email, "Рахунок за послугу «CRM, Basic»"), (letter.To, letter.Subject));
        Assert.Empty(letter.Attachments);
    }
}

public sealed class IssueServiceInvoiceOnSqlite(SteppedOnSqlite server) : IssueServiceInvoiceTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class IssueServiceInvoiceOnPostgres(SteppedOnPostgres server) : IssueServiceInvoiceTests(server), IClassFixture<SteppedOnPostgres>;
