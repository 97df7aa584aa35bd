using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules B6, C1, C2, D1, D3, D4 on the pages of services.</summary>
public abstract class ServicePageTests(RunningServer server)
{
    [Fact]
    public async Task D1_the_list_shows_state_tariff_end_price_and_what_comes_next()
    {
        var counter = await ServiceCounter.Open(server);
        Assert.Contains("You have no services yet.", (await counter.Browser.Get(counter.ServicesPath)).Html);
        await counter.Desk.Running(AutoPayMethod.Balance);
        var page = (await counter.Browser.Get(counter.ServicesPath)).Html;
        Assert.Contains("CRM, Basic", page);
        Assert.Contains("<span class=\"pill good\">active</span>", page);
        Assert.Contains($"<dd>{LastDayOf(counter)}</dd>", page);
        Assert.Contains("UAH\u00a0300.00 <span class=\"quiet\">/ 1 month</span>", page);
        Assert.Contains("For up to 5 users", page);
        Assert.Contains("UAH\u00a0300.00 from the balance", page);
    }

    [Fact]
    public async Task D3_extending_leads_to_the_invoice_and_asking_again_to_the_same_one()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        var page = await counter.Browser.Get(counter.PathOf(service));
        Assert.Contains("UAH\u00a02,880.00", page.Html);
        var first = await counter.Send(page, "/renewals", ("offer", "12:288000"), ("by", "invoice"));
        var second = await counter.Send(page, "/renewals", ("offer", "12:288000"), ("by", "invoice"));
        Assert.Equal(first.Location, second.Location);

        var shown = await counter.Browser.Get(counter.PathOf(service));
        Assert.Contains($"href=\"{first.Location}\"", shown.Html);
        Assert.DoesNotContain("/renewals", shown.Html);
        await counter.Desk.Shop.Pay((await counter.Api.GetSubscriptionAsync(service.Id)).OpenInvoiceId!);
        Assert.Equal(counter.Desk.Midnight(months: 13), (await counter.Api.GetSubscriptionAsync(service.Id)).PaidUntil);
    }

    [Fact]
    public async Task D4_the_balance_extends_it_at_once_when_it_suffices_and_once_for_two_clicks()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        Assert.DoesNotContain("value=\"balance\">Pay from", (await counter.Browser.Get(counter.PathOf(service))).Html);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 70_000);
        var page = await counter.Browser.Get(counter.PathOf(service));
        Assert.Contains("value=\"balance\">Pay from", page.Html);
        var paid = await counter.Send(page, "/renewals", ("offer", "1:30000"), ("by", "balance"));
        Assert.Equal(paid.Location, (await counter.Send(page, "/renewals", ("offer", "1:30000"), ("by", "balance"))).Location);
        Assert.Contains("it is paid", (await counter.Browser.Follow(paid)).Html);
        Assert.Equal(40_000, await counter.Desk.Balance());
        Assert.Equal(counter.Desk.Midnight(months: 2), (await counter.Api.GetSubscriptionAsync(service.Id)).PaidUntil);
        await counter.Desk.Shop.ProveBooks();
    }

    [Theory]
    [InlineData("1:29900")]
    [InlineData("12:288000")]
    public async Task Money_is_taken_only_for_what_was_shown(string offer)
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 500_000);
        var page = await counter.Browser.Get(counter.PathOf(service));
        await counter.Desk.Renew(service);
        var answer = await counter.Send(page, "/renewals", ("offer", offer), ("by", "balance"));
        Assert.StartsWith("/pay/", answer.Location);
        Assert.Equal(500_000, await counter.Desk.Balance());
    }

    [Theory]
    [InlineData("7:1")]
    [InlineData("a year")]
    public async Task A_term_that_is_not_sold_is_refused_in_words(string offer)
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        var answer = await counter.Send(await counter.Browser.Get(counter.PathOf(service)), "/renewals", ("offer", offer), ("by", "invoice"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("It is not sold for this term any more.", answer.Html);
    }

    [Fact]
    public async Task C2_choosing_the_balance_is_the_standing_order_and_can_be_taken_back()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        var page = await counter.Browser.Get(counter.PathOf(service));
        Assert.DoesNotContain("value=\"card\"", page.Html);
        var chosen = await counter.Browser.Follow(await counter.Send(page, "/auto-pay", ("method", "balance")));
        Assert.Contains("The automatic payment is saved.", chosen.Html);
        Assert.Contains("Your order to charge stands since", chosen.Html);
        Assert.Equal(AutoPayMethod.Balance, (await counter.Api.GetSubscriptionAsync(service.Id)).AutoPay.Method);

        await counter.Send(page, "/auto-pay", ("method", "none"));
        await counter.Send(page, "/auto-pay", ("method", "balance"));
        Assert.Equal(AutoPayMethod.Balance, (await counter.Api.GetSubscriptionAsync(service.Id)).AutoPay.Method);
        Assert.Contains("Saved cards are not used here.", (await counter.Send(page, "/auto-pay", ("method", "card"))).Html);
        Assert.Contains("Choose one of the options.", (await counter.Send(page, "/auto-pay", ("method", "gold"))).Html);
    }

    [Fact]
    public async Task Ending_a_service_leaves_what_is_paid_and_two_clicks_are_one()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        var invoice = await counter.Desk.Renew(service);
        var page = await counter.Browser.Get(counter.PathOf(service));
        var ended = await counter.Send(page, "/cancel");
        Assert.Equal(ended.Location, (await counter.Send(page, "/cancel")).Location);
        var shown = await counter.Browser.Follow(ended);
        Assert.Contains("The service is ended: it is not extended any more.", shown.Html);
        Assert.Contains("<span class=\"pill good\">ending</span>", shown.Html);
        Assert.DoesNotContain("/renewals", shown.Html);
        Assert.Equal(InvoiceStatus.Cancelled, (await counter.Api.GetInvoiceAsync(invoice.Id)).Status);
        await counter.Desk.Shop.MoveClock(counter.Desk.Midnight(months: 1));
        Assert.Contains("<span class=\"pill\">ended</span>", (await counter.Browser.Get(counter.PathOf(service))).Html);
    }

    [Fact]
    public async Task C1_an_employee_sees_everything_extends_and_changes_nothing_else()
    {
        var counter = await ServiceCounter.Open(server, CustomerRole.Employee);
        var service = await counter.Desk.Running();
        var page = await counter.Browser.Get(counter.PathOf(service));
        Assert.Contains("Only administrators of your company may change this.", page.Html);
        Assert.DoesNotContain("/auto-pay\"", page.Html);
        Assert.DoesNotContain("/cancel\"", page.Html);
        foreach (var (form, field, value) in new[] { ("auto-pay", "method", "balance"), ("cancel", "key", "one") })
        {
            var answer = await counter.Browser.Post($"{counter.PathOf(service)}/{form}", (field, value));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("Only administrators of your company may do this.", answer.Html);
        }

        Assert.StartsWith("/pay/", (await counter.Send(page, "/renewals", ("offer", "1:30000"), ("by", "invoice"))).Location);
    }

    [Fact]
    public async Task B2_one_invoice_is_made_for_the_services_that_are_chosen()
    {
        var counter = await ServiceCounter.Open(server);
        var services = new[] { await counter.Desk.Running(), await counter.Desk.Running(months: 12) };
        var page = await counter.Browser.Get(counter.ServicesPath);
        Assert.Contains("Choose at least one service.", (await counter.Send(page, "/services")).Html);
        var made = await counter.Send(page, "/services", ("service", services[0].Id), ("service", services[1].Id));
        Assert.StartsWith("/pay/", made.Location);
        var invoice = (await counter.Api.ListInvoicesAsync(customerId: counter.Desk.Customer.Id, status: InvoiceStatus.Open)).Data.Single();
        Assert.Equal((30_000 + 288_000, 2), (invoice.Total.Amount, invoice.Lines.Count));

        var third = await counter.Desk.Running();
        var refused = await counter.Send(page, "/services", ("service", services[0].Id), ("service", third.Id));
        Assert.Contains("One of the services has an open invoice already.", refused.Html);
    }

    [Fact]
    public async Task The_service_of_another_customer_is_not_there()
    {
        var counter = await ServiceCounter.Open(server);
        var foreign = await counter.Desk.Subscribe(customerId: (await counter.Desk.Shop.NewCustomer()).Id);
        foreach (var path in new[] { counter.PathOf(foreign), counter.TariffPathOf(foreign), $"{counter.TariffPathOf(foreign)}/chg_1", $"{counter.ServicesPath}/nothing" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await counter.Browser.Get(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await counter.Browser.Post($"{counter.PathOf(foreign)}/cancel", ("key", "one"))).Status);
        Assert.DoesNotContain(foreign.Id, (await counter.Browser.Get(counter.ServicesPath)).Html);
    }

    private static string LastDayOf(ServiceCounter counter)
    {
        var day = TimeZoneInfo.ConvertTime(counter.Desk.Midnight(months: 1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv")).AddDays(-1);
        return BillingHeadless.Domain.Language.DateText.Long(DateOnly.FromDateTime(day.DateTime), BillingHeadless.Domain.Language.LanguageCode.English);
    }
}

public sealed class ServicePageOnSqlite(ServerOnSqlite server) : ServicePageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ServicePageOnPostgres(ServerOnPostgres server) : ServicePageTests(server), IClassFixture<ServerOnPostgres>;
