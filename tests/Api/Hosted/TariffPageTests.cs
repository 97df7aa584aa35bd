using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rule D6 and ruling 38 on the account's pages: preview, confirm, or the invoice for what is missing.</summary>
public abstract class TariffPageTests(RunningServer server)
{
    [Fact]
    public async Task D6_with_the_money_there_it_changes_at_once_and_tomorrow_is_the_next_time()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 50_000);
        var tariffs = await counter.Browser.Get(counter.TariffPathOf(service));
        Assert.Contains("<strong>Better</strong>", tariffs.Html);
        var preview = await counter.Preview(service, counter.Desk.Better);
        Assert.Contains("UAH\u00a0600.00", preview.Html);
        Assert.Contains("The tariff changes at once.", preview.Html);

        var done = await counter.Browser.Follow(await counter.Send(preview, PathOfChange(preview)));
        Assert.Contains("CRM: the tariff is now “Better”.", done.Html);
        Assert.Equal(counter.Desk.Better.Id, (await counter.Api.GetSubscriptionAsync(service.Id)).PlanId);
        var again = await counter.Browser.Get(counter.TariffPathOf(service));
        Assert.Contains("It can be changed again from", again.Html);
        Assert.DoesNotContain("name=\"plan\"", again.Html);
        var refused = await counter.Browser.Post(counter.TariffPathOf(service), ("plan", counter.Desk.Plan.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It can be changed again from", refused.Html);
    }

    [Fact]
    public async Task D6_what_is_missing_becomes_an_invoice_and_paying_it_changes_the_tariff()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 1_000);
        var extension = await counter.Desk.Renew(service);
        var preview = await counter.Preview(service, counter.Desk.Better);
        Assert.Contains($"The open invoice № {extension.Number} is of the old tariff", preview.Html);
        Assert.Contains("From the balance into reserve", preview.Html);
        var confirmed = await counter.Send(preview, PathOfChange(preview));
        Assert.StartsWith("/pay/", confirmed.Location);
        Assert.Equal(1_000, (await counter.Api.GetBalanceAsync(counter.Desk.Customer.Id)).Reserved.Amount);

        var waiting = await counter.Browser.Get(PathOfChange(preview));
        Assert.Contains("The tariff changes when the invoice is paid", waiting.Html);
        Assert.Contains($"href=\"{confirmed.Location}\"", waiting.Html);
        Assert.DoesNotContain("<form", Content(waiting));
        await counter.Desk.Shop.Pay((await counter.Api.GetSubscriptionAsync(service.Id)).OpenInvoiceId!);
        Assert.Contains("The tariff is changed", (await counter.Browser.Get(PathOfChange(preview))).Html);
        await counter.Desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Two_clicks_and_the_back_button_change_it_once()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 200_000);
        var preview = await counter.Preview(service, counter.Desk.Better);
        var clicks = await Task.WhenAll(counter.Send(preview, PathOfChange(preview)), counter.Send(preview, PathOfChange(preview)));
        Assert.Equal(clicks[0].Location, clicks[1].Location);
        var balance = await counter.Desk.Balance();
        Assert.Equal(clicks[0].Location, (await counter.Send(preview, PathOfChange(preview))).Location);
        Assert.Equal(balance, await counter.Desk.Balance());
        Assert.Equal(2, (await counter.Api.GetSubscriptionAsync(service.Id)).Periods.Count);
        await counter.Desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task When_the_balance_has_moved_the_new_figures_are_shown_and_nothing_is_changed()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        var preview = await counter.Preview(service, counter.Desk.Better);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 70_000);
        var shown = await counter.Browser.Follow(await counter.Send(preview, PathOfChange(preview)));
        Assert.Contains("Day, price or balance have changed meanwhile.", shown.Html);
        Assert.Contains("The tariff changes at once.", shown.Html);
        Assert.Equal(counter.Desk.Plan.Id, (await counter.Api.GetSubscriptionAsync(service.Id)).PlanId);
    }

    [Fact]
    public async Task A_cancelled_invoice_leaves_the_tariff_and_the_page_says_so()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        var preview = await counter.Preview(service, counter.Desk.Better);
        await counter.Send(preview, PathOfChange(preview));
        await counter.Api.CancelInvoiceAsync((await counter.Api.GetSubscriptionAsync(service.Id)).OpenInvoiceId!);
        Assert.Contains("The invoice was not paid, so nothing has changed.", (await counter.Browser.Get(PathOfChange(preview))).Html);
    }

    [Theory]
    [InlineData("en", "This tariff is in another currency.")]
    [InlineData("uk", "Цей тариф в іншій валюті.")]
    [InlineData("ru", "Этот тариф в другой валюте.")]
    [InlineData("kk", "Бұл тариф басқа валютада.")]
    public async Task Another_currency_is_refused_in_every_language(string language, string sentence)
    {
        var counter = await ServiceCounter.Open(server, language: language);
        var service = await counter.Desk.Running();
        var dollars = await counter.Desk.InDollars();
        Assert.DoesNotContain(dollars.Id, (await counter.Browser.Get(counter.TariffPathOf(service))).Html);
        var refused = await counter.Browser.Post(counter.TariffPathOf(service), ("plan", dollars.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Html);
    }

    [Fact]
    public async Task C1_an_employee_reads_the_tariffs_and_cannot_change()
    {
        var counter = await ServiceCounter.Open(server, CustomerRole.Employee);
        var service = await counter.Desk.Running();
        var page = await counter.Browser.Get(counter.TariffPathOf(service));
        Assert.Contains("Better", page.Html);
        Assert.Contains("Only administrators of your company may change this.", page.Html);
        Assert.DoesNotContain("name=\"plan\"", page.Html);
        var answer = await counter.Browser.Post(counter.TariffPathOf(service), ("plan", counter.Desk.Better.Id));
        Assert.Contains("Only administrators of your company may do this.", answer.Html);
    }

    [Fact]
    public async Task A_service_that_is_not_paid_yet_says_why_its_tariff_stays()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Subscribe();
        var page = await counter.Browser.Get(counter.TariffPathOf(service));
        Assert.Contains("The tariff of this service cannot be changed now", page.Html);
        Assert.DoesNotContain("name=\"plan\"", page.Html);
    }

    private static string PathOfChange(PageAnswer preview) => System.Text.RegularExpressions.Regex.Match(preview.Html, @"/m/\w+/account/services/\w+/tariff/chg_\w+").Value;

    private static string Content(PageAnswer page) => page.Html.Split("<main", 2)[1].Split("</main>", 2)[0];
}

public sealed class TariffPageOnSqlite(ServerOnSqlite server) : TariffPageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class TariffPageOnPostgres(ServerOnPostgres server) : TariffPageTests(server), IClassFixture<ServerOnPostgres>;
