using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rule D7 on the account's page: the journal by kind, days and service, and its pages under a filter.</summary>
public abstract class JournalPageTests(RunningServer server)
{
    [Fact]
    public async Task D7_it_is_narrowed_by_kind_and_by_service()
    {
        var counter = await ServiceCounter.Open(server);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 100_000);
        var (first, second) = (await FromBalance(counter, months: 1), await FromBalance(counter, months: 1));
        var all = (await counter.Browser.Get(counter.JournalPath)).Html;
        Assert.Equal((1, 2), (Lines(all, "Top-up"), Lines(all, "Payment of an invoice")));
        var payments = (await counter.Browser.Get($"{counter.JournalPath}?kind=paidFromBalance")).Html;
        Assert.Equal((0, 2), (Lines(payments, "Top-up"), Lines(payments, "Payment of an invoice")));
        Assert.Contains("Show everything", payments);
        var ofService = (await counter.Browser.Get($"{counter.JournalPath}?kind=&from=&to=&service={first.Id}")).Html;
        Assert.Equal((0, 1), (Lines(ofService, "Top-up"), Lines(ofService, "Payment of an invoice")));
        Assert.Contains($"value=\"{first.Id}\" selected", ofService);
        Assert.DoesNotContain($"value=\"{second.Id}\" selected", ofService);
    }

    [Fact]
    public async Task D7_a_tariff_change_belongs_to_its_service()
    {
        var counter = await ServiceCounter.Open(server);
        var service = await counter.Desk.AfterTenDays();
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 1_000);
        var change = await counter.Desk.Change(service, await counter.Desk.Preview(service, counter.Desk.Better), createInvoice: true);
        await counter.Desk.Shop.Pay(change.InvoiceId!);
        var page = (await counter.Browser.Get($"{counter.JournalPath}?service={service.Id}")).Html;
        Assert.Equal(
            (1, 1, 1, 1),
            (Lines(page, "Taken into reserve"), Lines(page, "Released from reserve"), Lines(page, "Credit for unused days"), Lines(page, "Payment of an invoice")));
        Assert.Equal(1, Lines(page, "Top-up"));
    }

    [Fact]
    public async Task D7_days_are_the_merchants_and_the_last_one_counts()
    {
        var counter = await ServiceCounter.Open(server);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 1_000);
        await counter.Desk.Shop.MoveClock(counter.Desk.Midnight(months: 0, days: 3).AddHours(1));
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 2_000);
        var (first, third) = (Day(counter, 0), Day(counter, 3));
        var early = (await counter.Browser.Get($"{counter.JournalPath}?from={first}&to={first}")).Html;
        Assert.Contains("+UAH\u00a010.00", early);
        Assert.DoesNotContain("+UAH\u00a020.00", early);
        var late = (await counter.Browser.Get($"{counter.JournalPath}?from={third}&to={third}")).Html;
        Assert.Contains("+UAH\u00a020.00", late);
        Assert.DoesNotContain("+UAH\u00a010.00", late);
        Assert.Contains("No movement fits this choice.", (await counter.Browser.Get($"{counter.JournalPath}?from={Day(counter, 4)}")).Html);
        Assert.Contains("+UAH\u00a010.00", (await counter.Browser.Get($"{counter.JournalPath}?from=yesterday&to=9999-12-31&kind=gold&service=none")).Html);
    }

    [Fact]
    public async Task D7_the_next_page_keeps_the_filter()
    {
        var counter = await ServiceCounter.Open(server);
        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 100_000);
        for (var i = 0; i < 3; i++)
        {
            await FromBalance(counter, months: 1);
        }

        await counter.Desk.Shop.TopUp(counter.Desk.Customer.Id, 1_000);
        var newest = (await counter.Browser.Get($"{counter.JournalPath}?kind=paidFromBalance&limit=2")).Html;
        var next = System.Text.RegularExpressions.Regex.Match(newest, "href=\"([^\"]*cursor=[^\"]*)\"").Groups[1].Value;
        var oldest = (await counter.Browser.Get(next)).Html;
        Assert.Equal((2, 1, 0), (Lines(newest, "Payment of an invoice"), Lines(oldest, "Payment of an invoice"), Lines(oldest, "Top-up")));
    }

    private static int Lines(string page, string kind) => page.Split($"<strong>{kind}</strong>").Length - 1;

    private static string Day(ServiceCounter counter, int days) =>
        TimeZoneInfo.ConvertTime(counter.Desk.Midnight(months: 0, days), TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Subscription> FromBalance(ServiceCounter counter, int months)
    {
        var service = await counter.Desk.Subscribe(months: months);
        await counter.Desk.Shop.PayFromFunds(service.OpenInvoiceId!);
        return service;
    }
}

[Collection(nameof(OnSqlite))]
public sealed class JournalPageOnSqlite(ServerOnSqlite server) : JournalPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class JournalPageOnPostgres(ServerOnPostgres server) : JournalPageTests(server);
