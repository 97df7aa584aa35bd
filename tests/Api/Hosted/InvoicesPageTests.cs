using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rule D4 on the account's pages: invoices by state, and cancelling one that is not wanted.</summary>
public abstract class InvoicesPageTests(RunningServer server)
{
    [Fact]
    public async Task D4_invoices_are_listed_by_state_with_their_last_day()
    {
        var counter = await ServiceCounter.Open(server);
        var (paid, open) = await PaidAndOpen(counter);
        var all = (await counter.Browser.Get(counter.InvoicesPath)).Html;
        Assert.Contains(paid.Number, all);
        Assert.Contains(open.Number, all);
        Assert.Contains("Payable through", all);
        var ofState = (await counter.Browser.Get($"{counter.InvoicesPath}?status=paid")).Html;
        Assert.Contains(paid.Number, ofState);
        Assert.DoesNotContain(open.Number, ofState);
        Assert.Contains("There are no such invoices.", (await counter.Browser.Get($"{counter.InvoicesPath}?status=expired")).Html);
    }

    [Fact]
    public async Task D4_an_open_invoice_is_cancelled_and_two_clicks_are_one()
    {
        var counter = await ServiceCounter.Open(server);
        var (paid, open) = await PaidAndOpen(counter);
        var page = await counter.Browser.Get(counter.InvoicesPath);
        Assert.DoesNotContain($"{paid.Id}/cancel", page.Html);
        var cancelled = await counter.Send(page, $"{open.Id}/cancel");
        Assert.Equal(cancelled.Location, (await counter.Send(page, $"{open.Id}/cancel")).Location);
        Assert.Contains("The invoice is cancelled.", (await counter.Browser.Follow(cancelled)).Html);
        Assert.Equal(InvoiceStatus.Cancelled, (await counter.Api.GetInvoiceAsync(open.Id)).Status);

        var refused = await counter.Browser.Post($"{counter.InvoicesPath}/{paid.Id}/cancel", ("key", "one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This invoice is not open any more.", refused.Html);
    }

    [Fact]
    public async Task The_pages_of_a_state_are_turned_to_its_last_invoice()
    {
        var counter = await ServiceCounter.Open(server);
        for (var i = 0; i < 3; i++)
        {
            await counter.Desk.Subscribe();
        }

        var newest = await counter.Browser.Get($"{counter.InvoicesPath}?status=open&limit=2");
        var next = System.Text.RegularExpressions.Regex.Match(newest.Html, "href=\"([^\"]*cursor=[^\"]*)\"").Groups[1].Value;
        Assert.Contains("status=open", next);
        Assert.Contains("-000001", (await counter.Browser.Get(next)).Html);
    }

    [Fact]
    public async Task The_invoice_of_another_customer_is_not_cancelled()
    {
        var counter = await ServiceCounter.Open(server);
        var order = await counter.Desk.Shop.Place();
        var answer = await counter.Browser.Post($"{counter.InvoicesPath}/{order.InvoiceId}/cancel", ("key", "one"));
        Assert.Contains("This invoice does not exist.", answer.Html);
        Assert.Equal(InvoiceStatus.Open, (await counter.Api.GetInvoiceAsync(order.InvoiceId)).Status);
    }

    private static async Task<(Invoice Paid, Invoice Open)> PaidAndOpen(ServiceCounter counter)
    {
        var service = await counter.Desk.Running();
        return (await counter.Api.GetInvoiceAsync(service.Periods.Single().InvoiceId), await counter.Desk.Renew(service));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class InvoicesPageOnSqlite(ServerOnSqlite server) : InvoicesPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class InvoicesPageOnPostgres(ServerOnPostgres server) : InvoicesPageTests(server);
