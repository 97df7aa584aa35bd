using System.Net;
using System.Net.Http.Headers;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>What holds for all pages: A10, X8, ruling 26; and those that stand in other sites' pages (A8).</summary>
public abstract class EveryPageTests(RunningServer server)
{
    [Theory]
    [InlineData("uk", "Увійти")]
    [InlineData("en", "Log in")]
    [InlineData("ru", "Войти")]
    [InlineData("kk", "Кіру")]
    public async Task A10_every_page_shows_the_merchant_its_support_the_login_and_the_test_mark(string language, string login)
    {
        var store = await Storefront.Open(server);
        await store.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest
        {
            Support = new Support { Email = "help@vendor.example", Phone = "+380 44 555 01 01", ChatUrl = "https://vendor.example/chat" },
        });
        var path = await store.Order(store.Visit());
        string[] pages = [$"/b/{store.Button.Id}", $"{store.CheckoutPath}?offer={store.Offer()}", $"/agreements/{store.Shop.Agreement.Id}", path, store.LoginPath];
        foreach (var page in pages)
        {
            var html = (await store.Visit(language).Get(page)).Html;
            Assert.Contains($"<html lang=\"{language}\">", html);
            Assert.Contains("Вендор", html);
            Assert.Contains("help@vendor.example", html);
            Assert.Contains("+380 44 555 01 01", html);
            Assert.Contains("https://vendor.example/chat", html);
            Assert.Contains($"href=\"{store.LoginPath}\">{login}</a>", html);
            Assert.Contains("TEST", html);
        }
    }

    [Fact]
    public async Task The_language_is_chosen_by_address_and_remembered()
    {
        var store = await Storefront.Open(server);
        var browser = store.Visit("uk");
        Assert.Contains("lang=\"kk\"", (await browser.Get($"/b/{store.Button.Id}?lang=kk")).Html);
        Assert.Contains("<html lang=\"kk\">", (await browser.Get($"/b/{store.Button.Id}")).Html);
        Assert.Contains("<html lang=\"uk\">", (await store.Visit("fr").Get($"/b/{store.Button.Id}")).Html);
    }

    [Fact]
    public async Task Where_there_is_nothing_a_person_reads_a_page_and_a_program_a_problem()
    {
        var store = await Storefront.Open(server);
        var page = await store.Visit("ru").Get("/b/btn_01");
        var program = await server.Read("/v1/nothing", store.Shop.Merchant.SecretKey);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Здесь ничего нет", page.Html);
        Assert.Contains(page.Raw.Header("X-Request-Id")!, page.Html);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (program.Status, program.Code));
    }

    [Theory]
    [InlineData(4_001, "email")]
    [InlineData(1, "a-name-of-a-field-that-no-form-of-ours-has-and-that-is-far-too-long")]
    public async Task A_form_in_which_too_much_is_written_is_answered_with_a_page_that_says_so(int length, string field)
    {
        var store = await Storefront.Open(server);
        Unreadable(await store.Visit().Post(store.LoginPath, (field, new string('a', length))));
    }

    [Fact]
    public async Task A_form_with_too_many_fields_or_one_that_breaks_off_is_answered_so_too()
    {
        var store = await Storefront.Open(server);
        Unreadable(await store.Visit().Post(store.CheckoutPath, [.. Enumerable.Range(0, 201).Select(number => ($"field{number}", ""))]));
        Unreadable(await SendMultipart("multipart/form-data"));
        Unreadable(await SendMultipart("multipart/form-data; boundary=never-comes"));

        async Task<PageAnswer> SendMultipart(string type) => new(await server.Send(HttpMethod.Post, store.CheckoutPath, key: null, change: request =>
        {
            request.Headers.Accept.ParseAdd("text/html");
            request.Headers.AcceptLanguage.ParseAdd("en");
            request.Content = new StringContent("--no-boundary", MediaTypeHeaderValue.Parse(type));
        }));
    }

    [Fact]
    public async Task A8_the_payment_tab_shows_state_and_end_to_the_portal_that_frames_it()
    {
        var store = await Storefront.Open(server);
        await store.Shop.Sell(portal: "firm.bitrix24.ua");
        var tab = await store.Visit().Get($"/tab/{store.Shop.Product.Id}?portal=https://FIRM.bitrix24.ua/crm");
        var none = await store.Visit().Get($"/tab/{store.Shop.Product.Id}?portal=other.bitrix24.ua");

        Assert.Contains("active", tab.Html);
        Assert.Contains($"/b/{store.Button.Id}?portal=firm.bitrix24.ua&lang=en", tab.Html);
        Assert.DoesNotContain("buyer", tab.Html);
        Assert.Contains("frame-ancestors https://firm.bitrix24.ua http://localhost:*", tab.Raw.Header("Content-Security-Policy"));
        Assert.Contains("no licence yet", none.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Get("/tab/prd_1?portal=firm.bitrix24.ua")).Status);
    }

    [Fact]
    public async Task The_offer_of_a_running_licence_extends_it_in_its_own_edition()
    {
        var store = await Storefront.Open(server);
        await store.Shop.Sell(store.Shop.Light, portal: "firm.bitrix24.ua");
        var page = await store.Visit().Get($"/b/{store.Button.Id}?portal=firm.bitrix24.ua");
        Assert.Contains("What you buy now is added to that.", page.Html);
        Assert.Contains("Light", page.Html);
        Assert.DoesNotContain(">Pro<", page.Html);
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_and_the_embed_script_is_open_to_every_site()
    {
        var store = await Storefront.Open(server);
        var page = await store.Visit().Get($"/b/{store.Button.Id}");
        var stylesheet = System.Text.RegularExpressions.Regex.Match(page.Html, "/assets/pages-[0-9a-f]{12}\\.css").Value;
        Assert.Contains("immutable", (await server.Read(stylesheet, key: null)).Header("Cache-Control"));

        var script = await server.Read("/embed/billing.js", key: null);
        Assert.Equal(("*", "text/javascript; charset=utf-8"), (script.Header("Access-Control-Allow-Origin"), script.Header("Content-Type")));
        Assert.NotNull(script.Header("ETag"));
    }

    [Fact]
    public async Task The_start_page_shows_the_way_in_development()
    {
        var page = await new Browser(server).Get("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("BillingHeadless is running", page.Html);
        Assert.Contains("sandbox 1.0.0", page.Html);
    }

    private static void Unreadable(PageAnswer answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("write less in its fields", answer.Html);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class EveryPageOnSqlite(ServerOnSqlite server) : EveryPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class EveryPageOnPostgres(ServerOnPostgres server) : EveryPageTests(server);
