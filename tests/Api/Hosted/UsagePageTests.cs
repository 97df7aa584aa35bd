using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Usage;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules C5 and C6 on the account's pages: the month so far by meter and day, and add-ons switched on and off.</summary>
public abstract class UsagePageTests(RunningServer server)
{
    [Fact]
    public async Task C5_the_month_so_far_is_shown_by_meter_and_day_and_afterwards_what_was_charged()
    {
        var (desk, browser, path) = await Enter(CustomerRole.Administrator);
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await desk.Record(service, "1", UsageDesk.Users, new DateOnly(2026, 11, 21), 5);
        var page = (await browser.Get($"{path}/{service.Id}/usage")).Html;
        Assert.Contains("Base tariff", page);
        Assert.Contains("The month is charged on 1 December 2026", page);
        Assert.Contains("<tr><td>21 Nov 2026</td><td>5</td><td>UAH\u00a03.00</td></tr>", page);
        Assert.Contains("<p class=\"amount\">UAH\u00a015.00</p>", page);
        Assert.DoesNotContain("month=2026-10", page);

        await desk.CloseMonthBefore(2026, 12);
        var next = (await browser.Get($"{path}/{service.Id}/usage")).Html;
        Assert.Contains("month=2026-11", next);
        var charged = (await browser.Get($"{path}/{service.Id}/usage?month=2026-11")).Html;
        Assert.Contains("Charged: UAH\u00a0123.00", charged);
        Assert.Contains("month=2026-12", charged);
        var journal = (await browser.Get($"/m/{desk.Shop.Merchant.Id}/account/journal")).Html;
        Assert.Contains("Base tariff, 21 Nov 2026 – 30 Nov 2026 × 10: -UAH\u00a0100.00", journal);
        Assert.Contains($"Meter {UsageDesk.Users}, 21 Nov 2026 × 5: -UAH\u00a03.00", journal);
    }

    [Fact]
    public async Task C5_what_is_told_late_stands_apart_with_what_its_month_comes_to_now()
    {
        var (desk, browser, path) = await Enter(CustomerRole.Administrator);
        var service = await desk.Subscribe();
        await desk.Record(service, "1", UsageDesk.Users, new DateOnly(2026, 11, 21), 5);
        await desk.CloseMonthBefore(2026, 12);
        await desk.Record(service, "2", UsageDesk.Users, new DateOnly(2026, 11, 22), 3);
        var page = (await browser.Get($"{path}/{service.Id}/usage")).Html;
        Assert.Contains("1 Nov 2026 – 30 Nov 2026", page);
        Assert.Contains("That month comes to UAH\u00a04.00 now; before it was UAH\u00a03.00.", page);
    }

    [Fact]
    public async Task C1_an_amount_to_press_pays_the_debt_and_reaches_its_tier()
    {
        var (desk, browser, _) = await Enter(CustomerRole.Administrator);
        await desk.Shop.GiveBonuses();
        await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        var path = $"/m/{desk.Shop.Merchant.Id}/account/balance";
        var page = await browser.Get(path);
        Assert.Contains("value=\"1100.00\">UAH\u00a01,100.00 + UAH\u00a0100.00 bonus<", page.Html);

        await browser.Post(path, ("key", page.Hidden("key")), ("amount", "1100.00"));
        await desk.Shop.Pay((await desk.Shop.Api.ListInvoicesAsync(customerId: desk.Customer.Id)).Data.Single().Id);
        var balance = await desk.Balance();
        Assert.Equal((100_000, 10_000, 0), (balance.Balance.Amount, balance.Bonus.Amount, balance.Debt.Amount));
    }

    [Fact]
    public async Task C6_an_administrator_switches_add_ons_and_an_employee_reads_which_are_on()
    {
        var (desk, browser, path) = await Enter(CustomerRole.Administrator);
        var service = await desk.Subscribe(UsageDesk.AddOn);
        var page = (await browser.Get($"{path}/{service.Id}")).Html;
        Assert.Contains($"value=\"{UsageDesk.AddOn}\" checked", page);
        Assert.Contains($"{path}/{service.Id}/usage", page);
        Assert.DoesNotContain("/renewals", page);
        Assert.Contains("What was used this month is charged on the 1st.", page);
        var saved = await browser.Follow(await browser.Post($"{path}/{service.Id}/add-ons", ("key", "one")));
        Assert.Contains("The add-ons are saved.", saved.Html);
        Assert.Empty((await desk.Shop.Api.GetSubscriptionAsync(service.Id)).AddOns);
        var refused = await browser.Post($"{path}/{service.Id}/add-ons", ("addOn", UsageDesk.Users));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The tariff has no such add-on.", refused.Html);

        var employee = await Visit(desk, CustomerRole.Employee);
        Assert.DoesNotContain("/add-ons", (await employee.Get($"{path}/{service.Id}")).Html);
        Assert.Contains("Only administrators of your company may do this.", (await employee.Post($"{path}/{service.Id}/add-ons", ("addOn", UsageDesk.AddOn))).Html);
    }

    [Theory]
    [InlineData("uk", "Рахунок за використання скасувати не можна: використане треба сплатити.")]
    [InlineData("en", "An invoice for usage cannot be cancelled: what was used stays due.")]
    public async Task C5_the_invoice_of_a_month_cannot_be_cancelled_on_a_page(string language, string sentence)
    {
        var desk = await UsageDesk.Open(server);
        await desk.AllowNoDebt();
        var service = await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        var invoice = (await desk.Usage(service, "2026-11")).Charge!.InvoiceId!;
        var browser = await Visit(desk, CustomerRole.Administrator, language);
        var path = $"/m/{desk.Shop.Merchant.Id}/account/invoices";
        var page = (await browser.Get(path)).Html;
        Assert.Contains($"/pay/{invoice}", page);
        Assert.DoesNotContain("/cancel\"", page);
        var refused = await browser.Post($"{path}/{invoice}/cancel", ("key", "one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Html);
        Assert.Equal(InvoiceStatus.Open, (await desk.Shop.Api.GetInvoiceAsync(invoice)).Status);
    }

    [Fact]
    public async Task What_is_paid_ahead_or_of_others_has_no_usage()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.Running();
        Assert.Equal(HttpStatusCode.NotFound, (await counter.Browser.Get($"{counter.PathOf(service)}/usage")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await counter.Browser.Get($"{counter.ServicesPath}/nothing/usage")).Status);
    }

    [Fact]
    public async Task D7_the_journal_is_downloaded_as_it_is_filtered()
    {
        var counter = await ServiceCounter.Open(server);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 50_000);
        var service = await counter.Desk.Subscribe();
        await counter.Desk.Shop.PayFromFunds(service.OpenInvoiceId!);
        var page = (await counter.Browser.Get($"{counter.JournalPath}?kind=paidFromBalance")).Html;
        var address = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]*journal[.]csv[^\"]*)\"").Groups[1].Value;
        var file = await counter.Browser.Get(address);
        Assert.Equal("text/csv; charset=utf-8", file.Raw.Header("Content-Type"));
        Assert.Contains("paidFromBalance", file.Html);
        Assert.DoesNotContain("balanceToppedUp", file.Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(server).Get(address)).Status);
    }

    private async Task<(UsageDesk Desk, Browser Browser, string Path)> Enter(CustomerRole role)
    {
        var desk = await UsageDesk.Open(server);
        return (desk, await Visit(desk, role), $"/m/{desk.Shop.Merchant.Id}/account/services");
    }

    private async Task<Browser> Visit(UsageDesk desk, CustomerRole role, string language = "en")
    {
        var session = await desk.Shop.Api.CreateCustomerSessionAsync(desk.Customer.Id, new CreateCustomerSessionRequest { Role = role, User = "olena" });
        var browser = new Browser(server, language);
        await browser.Post(new Uri(session.Url).AbsolutePath);
        return browser;
    }
}

public sealed class UsagePageOnSqlite(ServerOnSqlite server) : UsagePageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class UsagePageOnPostgres(ServerOnPostgres server) : UsagePageTests(server), IClassFixture<ServerOnPostgres>;
