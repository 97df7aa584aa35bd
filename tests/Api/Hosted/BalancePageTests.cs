using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Templates;
using BillingHeadless.Tests.Kit;
using EntryKind = BillingHeadless.Domain.Ledger.EntryKind;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules C1, C5, D2, D4, D7 on the account's pages: topping up, what the balance pays, and the journal.</summary>
public abstract class BalancePageTests(RunningServer server)
{
    [Fact]
    public async Task C1_an_administrator_tops_up_and_reads_it_with_its_bonus_in_the_journal()
    {
        var (store, browser, customer) = await Enter(CustomerRole.Administrator);
        await store.Shop.GiveBonuses();
        var form = await browser.Get(BalancePath(store));
        Assert.Contains("from UAH\u00a01,000.00", form.Html);
        Assert.Contains("value=\"500.00\">UAH\u00a0500.00 + UAH\u00a015.00 bonus<", form.Html);

        var payPage = (await browser.Post(BalancePath(store), ("key", form.Hidden("key")), ("amount", "1 200"))).Location!;
        var invoice = Assert.Single((await store.Shop.Api.ListInvoicesAsync(customerId: customer)).Data);
        Assert.StartsWith($"/pay/{invoice.Id}/", payPage);
        Assert.Equal((InvoicePurpose.TopUp, 120_000), (invoice.Purpose, invoice.Total.Amount));
        await store.Shop.Pay(invoice.Id);
        var paid = (await browser.Get(payPage)).Html;
        Assert.Contains($"href=\"{BalancePath(store)}\"", paid);
        Assert.DoesNotContain("licence key", paid);

        var balance = (await browser.Get(BalancePath(store))).Html;
        Assert.Contains("UAH\u00a01,320.00", balance);
        var journal = (await browser.Get($"{store.AccountPath}/journal")).Html;
        Assert.Contains("Top-up", journal);
        Assert.Contains("+UAH\u00a01,200.00", journal);
        Assert.Contains("+UAH\u00a0120.00", journal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_invoice()
    {
        var (store, browser, customer) = await Enter(CustomerRole.Administrator);
        var key = (await browser.Get(BalancePath(store))).Hidden("key");
        var first = await browser.Post(BalancePath(store), ("key", key), ("amount", "50"));
        var second = await browser.Post(BalancePath(store), ("key", key), ("amount", "50"));
        Assert.Equal(first.Location, second.Location);
        Assert.Single((await store.Shop.Api.ListInvoicesAsync(customerId: customer)).Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a lot")]
    [InlineData("0")]
    [InlineData("-5")]
    public async Task What_is_no_amount_is_answered_beside_the_field_and_kept(string amount)
    {
        var (store, browser, customer) = await Enter(CustomerRole.Administrator);
        var answer = await browser.Post(BalancePath(store), ("key", "one"), ("amount", amount));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("id=\"amount-error\"", answer.Html);
        Assert.Contains($"value=\"{amount}\"", answer.Html);
        Assert.Empty((await store.Shop.Api.ListInvoicesAsync(customerId: customer)).Data);
    }

    [Fact]
    public async Task C1_an_employee_sees_the_balance_and_cannot_top_up()
    {
        var (store, browser, customer) = await Enter(CustomerRole.Employee);
        var page = await browser.Get(BalancePath(store));
        Assert.Contains("Only administrators of your company may top up.", page.Html);
        Assert.DoesNotContain("name=\"amount\"", page.Html);
        var answer = await browser.Post(BalancePath(store), ("key", "one"), ("amount", "50"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Empty((await store.Shop.Api.ListInvoicesAsync(customerId: customer)).Data);
    }

    [Fact]
    public async Task D2_the_page_offers_what_the_balance_covers_and_D4_one_press_pays_it()
    {
        var store = await Storefront.Open(server);
        var order = await store.Shop.Place();
        await store.Shop.TopUp(order.CustomerId, 20_000);
        var browser = await Enter(store, order.CustomerId, CustomerRole.Administrator);
        var payPath = new Uri((await store.Shop.Api.GetInvoiceAsync(order.InvoiceId)).PayUrl).AbsolutePath;

        var page = (await browser.Get(BalancePath(store))).Html;
        Assert.Contains("Your balance covers these invoices", page);
        Assert.Contains(payPath, page);
        Assert.Contains("From the balance", (await browser.Get(payPath)).Html);
        Assert.Contains("it is paid", (await browser.Follow(await browser.Post(payPath, ("method", "balance")))).Html);

        Assert.Equal(OrderStatus.Paid, (await store.Shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(100, (await store.Shop.Api.GetBalanceAsync(order.CustomerId)).Balance.Amount);
        await store.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_balance_is_neither_shown_to_nor_spent_by_whoever_has_only_the_link()
    {
        var store = await Storefront.Open(server);
        var order = await store.Shop.Place();
        await store.Shop.TopUp(order.CustomerId, 20_000);
        var payPath = new Uri((await store.Shop.Api.GetInvoiceAsync(order.InvoiceId)).PayUrl).AbsolutePath;
        var stranger = await Enter(store, (await store.Shop.NewCustomer()).Id, CustomerRole.Administrator);
        foreach (var visitor in new[] { store.Visit(), stranger })
        {
            Assert.DoesNotContain("From the balance", (await visitor.Get(payPath)).Html);
            Assert.Contains("This way to pay is not possible here.", (await visitor.Post(payPath, ("method", "balance"))).Html);
        }

        Assert.Equal(20_000, (await store.Shop.Api.GetBalanceAsync(order.CustomerId)).Balance.Amount);
    }

    [Fact]
    public async Task D7_the_journal_is_read_page_by_page_to_its_first_line()
    {
        var (store, browser, customer) = await Enter(CustomerRole.Administrator);
        foreach (var amount in new[] { 1_000, 2_000, 3_000 })
        {
            await store.Shop.TopUp(customer, amount);
        }

        var newest = (await browser.Get($"{store.AccountPath}/journal?limit=2")).Html;
        Assert.Contains("+UAH\u00a030.00", newest);
        Assert.DoesNotContain("+UAH\u00a010.00", newest);
        var next = System.Text.RegularExpressions.Regex.Match(newest, "href=\"([^\"]*cursor=[^\"]*)\"").Groups[1].Value;
        var oldest = (await browser.Get(next)).Html;
        Assert.Contains("+UAH\u00a010.00", oldest);
        Assert.Contains("Back to the newest", oldest);
    }

    [Fact]
    public async Task Whoever_is_not_logged_in_is_led_to_the_login()
    {
        var store = await Storefront.Open(server);
        foreach (var path in new[] { BalancePath(store), $"{store.AccountPath}/journal" })
        {
            Assert.Equal(store.LoginPath, (await store.Visit().Get(path)).Location);
            Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Get(path.Replace(store.Shop.Merchant.Id, "mer_1", StringComparison.Ordinal))).Status);
        }

        Assert.Equal(store.LoginPath, (await store.Visit().Post(BalancePath(store), ("amount", "50"))).Location);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public void C5_every_movement_of_a_balance_has_a_name_in_every_language(string language)
    {
        EntryKind[] elsewhere = [EntryKind.PaymentReceived, EntryKind.InvoiceSettled, EntryKind.PaymentReleased];
        var texts = server.Get<TemplateLibrary>().Texts("pages", LanguageCode.Parse(language));
        Assert.All(
            Enum.GetValues<EntryKind>().Except(elsewhere),
            kind => Assert.NotNull(texts.Find($"journal.kinds.{OutcomeNames.Of(kind)}")));
    }

    private async Task<(Storefront Store, Browser Browser, string Customer)> Enter(CustomerRole role)
    {
        var store = await Storefront.Open(server);
        var customer = await store.Shop.NewCustomer();
        return (store, await Enter(store, customer.Id, role), customer.Id);
    }

    /// <summary>As the merchant's own system sends its people.</summary>
    private static async Task<Browser> Enter(Storefront store, string customer, CustomerRole role)
    {
        var session = await store.Shop.Api.CreateCustomerSessionAsync(customer, new CreateCustomerSessionRequest { Role = role, User = "olena" });
        var browser = store.Visit();
        await browser.Post(new Uri(session.Url).AbsolutePath);
        return browser;
    }

    private static string BalancePath(Storefront store) => $"{store.AccountPath}/balance";
}

public sealed class BalancePageOnSqlite(ServerOnSqlite server) : BalancePageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class BalancePageOnPostgres(ServerOnPostgres server) : BalancePageTests(server), IClassFixture<ServerOnPostgres>;
