using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Payments;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>C2, ruling 35 on the account's pages: what is kept, what it pays for, and how it is ended at any time.</summary>
public abstract class CardsPageTests(RunningServer server)
{
    [Fact]
    public async Task An_administrator_sees_what_a_card_pays_for_and_makes_another_one_pay()
    {
        var (store, desk, browser) = await Enter(CustomerRole.Administrator);
        var first = await CardDesk.Keep(desk);
        var service = await desk.Running(AutoPayMethod.Card);
        var second = await CardDesk.Keep(desk, SavedCardShop.DeclinesLater);

        var page = (await browser.Get(Path(store))).Html;
        Assert.Contains("Card ••••\u00a04242", page);
        Assert.Contains("Card ••••\u00a00341", page);
        Assert.Contains("CRM, Basic", page);
        Assert.Equal(first.Id, service.AutoPay.SavedCardId);

        var answer = await browser.Post(Path(store), ("card", second.Id), ("action", "choose"));
        Assert.Contains("This card pays for your services from now on.", (await browser.Follow(answer)).Html);
        Assert.Equal(second.Id, (await desk.Shop.Api.GetSubscriptionAsync(service.Id)).AutoPay.SavedCardId);
    }

    [Fact]
    public async Task A_removed_card_is_gone_from_the_page_and_is_not_found_a_second_time()
    {
        var (store, desk, browser) = await Enter(CustomerRole.Administrator);
        var card = await CardDesk.Keep(desk);

        var answer = await browser.Post(Path(store), ("card", card.Id), ("action", "remove"));
        var page = (await browser.Follow(answer)).Html;

        Assert.Contains("The card is removed.", page);
        Assert.Contains("No card is kept.", page);
        Assert.Empty((await desk.Shop.Api.ListSavedCardsAsync(desk.Customer.Id)).Data);
        var again = await browser.Post(Path(store), ("card", card.Id), ("action", "remove"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("There is no such card any more.", again.Html);
    }

    [Fact]
    public async Task An_employee_sees_the_cards_and_cannot_remove_them()
    {
        var (store, desk, browser) = await Enter(CustomerRole.Employee);
        var card = await CardDesk.Keep(desk);

        var page = (await browser.Get(Path(store))).Html;
        Assert.Contains("Only administrators of your company may change this.", page);
        Assert.DoesNotContain("name=\"action\"", page);
        Assert.Contains("Only administrators of your company may do this.", (await browser.Post(Path(store), ("card", card.Id), ("action", "remove"))).Html);
        Assert.Single((await desk.Shop.Api.ListSavedCardsAsync(desk.Customer.Id)).Data);
    }

    [Fact]
    public async Task Nobody_sees_or_removes_the_card_of_another_customer()
    {
        var (store, desk, _) = await Enter(CustomerRole.Administrator);
        var card = await CardDesk.Keep(desk);
        var stranger = await Enter(store, (await desk.Shop.NewCustomer()).Id, CustomerRole.Administrator);

        Assert.DoesNotContain("4242", (await stranger.Get(Path(store))).Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Post(Path(store), ("card", card.Id), ("action", "remove"))).Status);
        Assert.Equal(store.LoginPath, (await store.Visit().Get(Path(store))).Location);
        Assert.Single((await desk.Shop.Api.ListSavedCardsAsync(desk.Customer.Id)).Data);
    }

    [Fact]
    public async Task Where_the_merchant_keeps_no_cards_the_account_has_no_such_page()
    {
        var (store, desk, browser) = await Enter(CustomerRole.Administrator);
        Assert.Contains("Saved cards", (await browser.Get(store.AccountPath)).Html);
        await desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = false });
        Assert.DoesNotContain("Saved cards", (await browser.Get(store.AccountPath)).Html);
    }

    private async Task<(Storefront Store, ServiceDesk Desk, Browser Browser)> Enter(CustomerRole role)
    {
        var store = await Storefront.Open(server);
        await store.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = true });
        var desk = await ServiceDesk.Open(store.Shop);
        return (store, desk, await Enter(store, desk.Customer.Id, role));
    }

    private static async Task<Browser> Enter(Storefront store, string customer, CustomerRole role)
    {
        var session = await store.Shop.Api.CreateCustomerSessionAsync(customer, new CreateCustomerSessionRequest { Role = role, User = "olena" });
        var browser = store.Visit();
        await browser.Post(new Uri(session.Url).AbsolutePath);
        return browser;
    }

    private static string Path(Storefront store) => $"{store.AccountPath}/cards";
}

[Collection(nameof(OnSqlite))]
public sealed class CardsPageOnSqlite(ServerOnSqlite server) : CardsPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CardsPageOnPostgres(ServerOnPostgres server) : CardsPageTests(server);
