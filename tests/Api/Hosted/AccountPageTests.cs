using System.Net;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules A3, A4 and A7 on the hosted pages; ruling 11.</summary>
public abstract class AccountPageTests(RunningServer server)
{
    private const string Password = "four words are enough";

    [Fact]
    public async Task A3_the_first_buyer_sets_a_password_by_a_link_that_works_once()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var link = await MintLink(store, SessionKind.PasswordLink);
        var browser = store.Visit();

        Assert.Contains("buyer@firm.example", (await browser.Get(link)).Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Post(link, ("password", "short"))).Status);
        var account = await browser.Follow(await browser.Post(link, ("password", Password)));

        Assert.Contains("My account", account.Html);
        Assert.Contains(path, account.Html);
        Assert.Equal(HttpStatusCode.Gone, (await store.Visit().Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await store.Visit().Post(link, ("password", Password))).Status);
    }

    [Fact]
    public async Task A_buyer_logs_in_by_password_and_out_again()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        await store.Visit().Post(await MintLink(store, SessionKind.PasswordLink), ("password", Password));
        var browser = store.Visit();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post(store.LoginPath, ("email", "buyer@firm.example"), ("password", "another one"))).Status);
        Assert.Equal(store.LoginPath, (await browser.Get(store.AccountPath)).Location);
        var account = await browser.Follow(await browser.Post(store.LoginPath, ("email", " Buyer@FIRM.example"), ("password", Password)));
        Assert.Contains("My account", account.Html);

        Assert.Contains("You are logged out.", (await browser.Follow(await browser.Post($"/m/{store.Shop.Merchant.Id}/logout"))).Html);
        Assert.Equal(store.LoginPath, (await browser.Get(store.AccountPath)).Location);
    }

    [Fact]
    public async Task A_login_link_is_used_up_by_its_button_alone()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        var link = await MintLink(store, SessionKind.LoginLink);
        var browser = store.Visit();

        Assert.Equal(HttpStatusCode.OK, (await store.Visit().Get(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await store.Visit().Get(link)).Status);
        Assert.Contains("My account", (await browser.Follow(await browser.Post(link))).Html);
        Assert.Equal(HttpStatusCode.Gone, (await store.Visit().Post(link)).Status);
    }

    [Fact]
    public async Task A4_whoever_is_logged_in_orders_again_with_the_known_e_mail()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        var browser = store.Visit();
        await browser.Post(await MintLink(store, SessionKind.LoginLink));

        Assert.Contains("buyer@firm.example", (await store.ShowCheckout(browser)).Html);
        Assert.StartsWith("/pay/", await store.Order(browser, ("fields.portal", "second.bitrix24.ua")));
        var orders = (await store.Shop.Api.ListOrdersAsync()).Data;
        Assert.Equal(2, orders.Count);
        Assert.Single(orders.Select(order => order.CustomerId).Distinct());
    }

    [Fact]
    public async Task A_person_whom_the_merchants_system_sends_is_in_at_once_for_that_customer_alone()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        await store.Order(store.Visit(), ("contact.email", "other@firm.example"), ("fields.portal", "other.bitrix24.ua"));
        var invoices = (await store.Shop.Api.ListInvoicesAsync()).Data.ToList();
        var session = await store.Shop.Api.CreateCustomerSessionAsync(
            invoices[0].CustomerId, new Client.CreateCustomerSessionRequest { Role = Client.CustomerRole.Administrator, User = "olena" });
        var browser = store.Visit();
        var account = await browser.Follow(await browser.Post(new Uri(session.Url).AbsolutePath));

        Assert.Contains("olena", account.Html);
        Assert.Contains(invoices[0].Number, account.Html);
        Assert.DoesNotContain(invoices[1].Number, account.Html);
    }

    [Fact]
    public async Task The_session_is_of_one_merchant_and_no_other_sites_form_brings_it_along()
    {
        var store = await Storefront.Open(server);
        var other = await Storefront.Open(server);
        await store.Order(store.Visit());
        var browser = store.Visit();
        var answer = await browser.Post(await MintLink(store, SessionKind.LoginLink));

        var cookie = answer.Raw.Header("Set-Cookie")!;
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Equal(other.LoginPath, (await browser.Get(other.AccountPath)).Location);
    }

    [Fact]
    public async Task Asking_for_a_link_answers_the_same_for_every_e_mail()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        var known = await store.Visit().Post($"{store.LoginPath}/forgotten", ("email", "buyer@firm.example"));
        var unknown = await store.Visit().Post($"{store.LoginPath}/forgotten", ("email", "nobody@firm.example"));
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Contains("If we know this e-mail", (await store.Visit().Get(known.Location!)).Html);
    }

    /// <summary>A link as the mail brings it.</summary>
    private async Task<string> MintLink(Storefront store, SessionKind kind)
    {
        var merchant = new Id<Merchant>(store.Shop.Merchant.Id);
        var token = await server.Get<IWriter>().Write(
            merchant,
            async (db, cancel) =>
            {
                var login = await db.Logins.SingleAsync(row => row.Email == "buyer@firm.example", cancel);
                return server.Get<LoginLinks>().Mint(db, merchant, kind, new SessionSubject(login.Id, CustomerId: null, default, User: null));
            },
            CancellationToken.None);
        return $"{store.LoginPath}/{(kind == SessionKind.LoginLink ? "link" : "password")}/{token}";
    }
}

public sealed class AccountPageOnSqlite(ServerOnSqlite server) : AccountPageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class AccountPageOnPostgres(ServerOnPostgres server) : AccountPageTests(server), IClassFixture<ServerOnPostgres>;
