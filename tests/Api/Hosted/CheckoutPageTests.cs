using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules A1 to A5 on the hosted pages, rulings 12 and 26.</summary>
public abstract class CheckoutPageTests(RunningServer server)
{
    [Fact]
    public async Task A1_the_offer_shows_the_year_before_and_after_its_discount()
    {
        var store = await Storefront.Open(server);
        var page = await store.Visit("uk").Get($"/b/{store.Button.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2\u00a0388,00\u00a0грн", page.Html);
        Assert.Contains("1\u00a0910,40\u00a0грн", page.Html);
        Assert.Contains("20\u00a0%", page.Html);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_places_one_order()
    {
        var store = await Storefront.Open(server);
        var browser = store.Visit();
        var key = (await store.ShowCheckout(browser)).Hidden("key");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.SendCheckout(store.Visit(), key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Single((await store.Shop.Api.ListOrdersAsync()).Data);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_at_its_field_and_nothing_typed_is_lost()
    {
        var store = await Storefront.Open(server);
        var browser = store.Visit();
        var page = await store.SendCheckout(
            browser, "key", ("contact.email", "no mail"), ("fields.portal", "192.168.0.1"), ("consents", ""), ("contact.name", "Олена <b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("""<a href="#field-contact-email">""", page.Html);
        Assert.Contains("""<a href="#field-fields-portal">Enter the name of the portal, not its IP address.</a>""", page.Html);
        Assert.Contains("""<a href="#field-consents">""", page.Html);
        Assert.Contains("value=\"no mail\"", page.Html);
        Assert.Contains("value=\"Олена &lt;b&gt;\"", page.Raw.Text);
        Assert.Empty((await store.Shop.Api.ListOrdersAsync()).Data);
        Assert.Empty((await store.Shop.Api.ListCustomersAsync()).Data);
    }

    [Theory]
    [InlineData("192.168.0.1/crm", "uk", "Вкажіть назву порталу, а не IP-адресу.")]
    [InlineData("localhost", "ru", "Этот адрес существует только внутри одной сети. Укажите публичный адрес портала.")]
    [InlineData("firm.bitrix24.ua:8443", "en", "Enter the portal address without a port number.")]
    [InlineData("fіrm.bitrix24.ua", "kk", "Портал мекенжайында басқа әріптерге тек ұқсайтын әріптер бар. Қолмен теріңіз.")]
    public async Task A2_a_wrong_portal_is_explained_in_the_buyers_language(string portal, string language, string text)
    {
        var store = await Storefront.Open(server);
        Assert.Contains(text, (await store.SendCheckout(store.Visit(language), "key", ("fields.portal", portal))).Html);
    }

    [Fact]
    public async Task A4_a_known_e_mail_must_log_in_and_learns_nothing_more()
    {
        var store = await Storefront.Open(server);
        await store.Shop.Api.CreateOrderAsync(store.Shop.NewOrder(email: "known@firm.example"));
        var page = await store.SendCheckout(store.Visit(), "key", ("contact.email", " KNOWN@firm.example "), ("contact.name", "A stranger"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("please log in", page.Html);
        Assert.DoesNotContain("Олена", page.Html);
        Assert.Single((await store.Shop.Api.ListOrdersAsync()).Data);
    }

    [Fact]
    public async Task A5_an_older_version_of_an_agreement_is_refused_and_the_new_one_is_shown()
    {
        var store = await Storefront.Open(server);
        var newer = await store.Shop.Api.CreateAgreementAsync(Samples.Agreement(store.Shop.Agreement.Id));
        var page = await store.SendCheckout(store.Visit(), "key");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"/agreements/{newer.Id}", page.Html);
        Assert.Contains("There is a newer version", (await store.Visit().Get($"/agreements/{store.Shop.Agreement.Id}")).Html);
    }

    [Theory]
    [InlineData("uk", "Оферта")]
    [InlineData("en", "Terms of sale")]
    [InlineData("kk", "Terms of sale")]
    public async Task A5_X8_an_agreement_has_its_title_in_the_buyers_language_where_it_has_one(string language, string title)
    {
        var store = await Storefront.Open(server);
        var agreement = await store.Visit(language).Get($"/agreements/{store.Shop.Agreement.Id}");

        Assert.Contains($"<h1>{title}</h1>", agreement.Html);
        Assert.Contains($">{title}<", (await store.ShowCheckout(store.Visit(language))).Html);
    }

    [Fact]
    public async Task The_consent_keeps_version_hash_time_and_address_of_the_buyer()
    {
        var store = await Storefront.Open(server);
        await store.Order(store.Visit());
        var order = (await store.Shop.Api.ListOrdersAsync()).Data.Single();
        var consent = (await store.Shop.Api.ListConsentsAsync(order.Id)).Data.Single();
        Assert.Equal((store.Shop.Agreement.Id, store.Shop.Agreement.Hash, "127.0.0.1"), (consent.AgreementId, consent.DocumentHash, consent.IpAddress));
    }

    [Fact]
    public async Task What_is_not_on_sale_any_more_leads_back_to_what_is()
    {
        var store = await Storefront.Open(server);
        await store.Shop.Api.UpdatePlanAsync(store.Shop.Pro.Id, new UpdatePlanRequest { OnSale = false });
        Assert.Equal($"/b/{store.Button.Id}", (await store.ShowCheckout(store.Visit())).Location);
        Assert.Equal($"/b/{store.Button.Id}", (await store.Visit().Get($"{store.CheckoutPath}?offer=nonsense")).Location);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var store = await Storefront.Open(server);
        var page = await store.Visit().PostFrom("cross-site", store.CheckoutPath, ("offer", store.Offer()));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("came from another site", page.Html);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CheckoutPageOnSqlite(ServerOnSqlite server) : CheckoutPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CheckoutPageOnPostgres(ServerOnPostgres server) : CheckoutPageTests(server);
