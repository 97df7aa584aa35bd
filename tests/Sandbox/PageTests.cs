using System.Net;
using System.Text.RegularExpressions;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>The payment page as a buyer meets it.</summary>
public sealed partial class PageTests : SandboxTest
{
    [Theory]
    [InlineData("uk", "Номер картки", "Сплатити 1\u202f900,00\u00a0UAH", "ТЕСТ")]
    [InlineData("en", "Card number", "Pay 1,900.00\u00a0UAH", "TEST")]
    [InlineData("ru", "Номер карты", "Оплатить 1\u202f900,00\u00a0UAH", "ТЕСТ")]
    [InlineData("kk", "Карта нөмірі", "1\u202f900,00\u00a0UAH төлеу", "СЫНАҚ")]
    public async Task The_page_speaks_the_buyers_language(string language, string label, string pay, string mark)
    {
        var html = WebUtility.HtmlDecode(await PageAsync(language));

        Assert.Contains($"<html lang=\"{language}\">", html);
        Assert.Contains(label, html);
        Assert.Contains(pay, html);
        Assert.Contains($">{mark}<", html);
    }

    [Theory]
    [InlineData(5, "JPY", "5\u00a0JPY")]
    [InlineData(1_234_567, "JPY", "1,234,567\u00a0JPY")]
    [InlineData(5, "KWD", "0.005\u00a0KWD")]
    [InlineData(1_234_567, "KWD", "1,234.567\u00a0KWD")]
    [InlineData(100_000, "USD", "1,000.00\u00a0USD")]
    public async Task Amounts_have_the_digits_of_their_currency(long minor, string currency, string text)
    {
        var page = await World.StartAsync(World.Payment(minor, currency, "en"));

        Assert.Contains($"<strong>{text}</strong>", WebUtility.HtmlDecode(await World.Browser.GetStringAsync(page)));
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public async Task The_page_can_be_used_without_eyes_mouse_and_script(string language)
    {
        var html = await PageAsync(language);

        Assert.Single(Regex.Matches(html, "<h1>"));
        Assert.Single(Regex.Matches(html, "<main>"));
        Assert.Matches("<title>[^<]+</title>", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("style=", html);
        Assert.DoesNotContain("tabindex", html);
        Assert.Contains("width=device-width", html);
        foreach (var id in Inputs().Matches(html).Select(input => input.Groups[1].Value))
        {
            Assert.Contains($"<label for=\"{id}\">", html);
        }

        foreach (var id in Described().Matches(html).SelectMany(input => input.Groups[1].Value.Split(' ')))
        {
            Assert.Contains($"id=\"{id}\"", html);
        }
    }

    [Fact]
    public async Task A_script_finds_the_fields_and_the_wallets()
    {
        var html = await PageAsync("en");

        Assert.Equal(["cardNumber", "expiry", "cvc"], Inputs().Matches(html).Select(input => input.Groups[1].Value));
        Assert.Equal(["applePay", "googlePay", "samsungPay"], Wallets().Matches(html).Select(button => button.Groups[1].Value));
        Assert.DoesNotContain("action=\"", html);
    }

    [Fact]
    public async Task The_merchants_words_are_shown_and_never_run()
    {
        var html = await PageAsync("uk");

        Assert.Contains("Ліцензія «Чат» &lt;1 рік&gt;", html);
    }

    [Fact]
    public async Task The_form_may_lead_to_the_shop_and_nowhere_else()
    {
        var page = await World.StartAsync(World.Payment());
        using var answer = await World.Browser.GetAsync(page);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("form-action 'self' http://127.0.0.1:9;", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var style = await World.Browser.GetAsync($"{World.BaseUrl}/page.css");
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Contains("/sandbox/page.css", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", "12/30", "123", "cardNumber")]
    [InlineData("", "12/30", "123", "cardNumber")]
    [InlineData(SandboxWorld.Succeeds, "10/26", "123", "expiry")]
    [InlineData(SandboxWorld.Succeeds, "13/30", "123", "expiry")]
    [InlineData(SandboxWorld.Succeeds, "", "123", "expiry")]
    [InlineData(SandboxWorld.Succeeds, "12/30", "12", "cvc")]
    [InlineData(SandboxWorld.Succeeds, "12/30", "12a", "cvc")]
    public async Task A_form_that_is_filled_in_wrong_comes_back_with_the_reason(string number, string expiry, string cvc, string field)
    {
        var page = await World.StartAsync(World.Payment());

        using var answer = await World.PostCardAsync(page, number, expiry, cvc);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-fault\"", html);
        Assert.Contains("role=\"alert\"", html);
        Assert.Contains($"href=\"#{field}\"", html);
        Assert.Single(Regex.Matches(html, "aria-invalid"));
        Assert.Empty(await World.BookAsync());
        await SandboxWorld.AssertBackInShopAsync(await World.PostCardAsync(page, SandboxWorld.Succeeds));
    }

    [Theory]
    [InlineData("11/26")]
    [InlineData("11 / 2026")]
    [InlineData("1126")]
    public async Task A_card_is_good_through_its_last_month(string expiry)
    {
        var page = await World.StartAsync(World.Payment());

        await SandboxWorld.AssertBackInShopAsync(await World.PostCardAsync(page, SandboxWorld.Succeeds, expiry));
    }

    [Fact]
    public async Task A_number_that_may_be_somebodys_card_is_not_shown_again()
    {
        var page = await World.StartAsync(World.Payment());

        var html = await (await World.PostCardAsync(page, "5555 4444 3333 1111")).Content.ReadAsStringAsync();

        Assert.DoesNotContain("1111", html);
        Assert.DoesNotContain("5555", html);
    }

    [Fact]
    public async Task A_paid_page_says_so_and_leads_back()
    {
        var page = await World.StartAsync(World.Payment());
        await World.PostCardAsync(page, SandboxWorld.Succeeds);

        var html = await World.Browser.GetStringAsync(page);

        Assert.Contains("Уже сплачено", html);
        Assert.Contains($"href=\"{SandboxWorld.ReturnUrl}\"", html);
        Assert.DoesNotContain("<form", html);
        await SandboxWorld.AssertBackInShopAsync(await World.PostCardAsync(page, SandboxWorld.IsDeclined));
        Assert.Single(await World.BookAsync());
    }

    [Fact]
    public async Task A_declined_page_says_why_and_cannot_be_paid_any_more()
    {
        var page = await World.StartAsync(World.Payment());
        await World.PostCardAsync(page, SandboxWorld.LacksFunds);

        var html = await World.Browser.GetStringAsync(page);

        Assert.Contains("На картці недостатньо коштів.", html);
        Assert.DoesNotContain("<form", html);
        await SandboxWorld.AssertBackInShopAsync(await World.PostCardAsync(page, SandboxWorld.Succeeds));
        Assert.Empty(await World.BookAsync());
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        using var shown = await World.Browser.GetAsync($"{World.BaseUrl}/pay/chk_nothing");
        using var posted = await World.PostCardAsync(new Uri($"{World.BaseUrl}/pay/chk_nothing"), SandboxWorld.Succeeds);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task A_form_beyond_its_bounds_is_refused()
    {
        var page = await World.StartAsync(World.Payment());

        using var huge = await World.PostCardAsync(page, new string('4', 100_000));
        using var many = await World.PostAsync(page, [.. Enumerable.Range(0, 100).Select(number => ($"field{number}", "x"))]);
        using var json = await World.Browser.PostAsync(page, new StringContent("{}"));

        Assert.All([huge, many, json], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Empty(await World.BookAsync());
    }

    [GeneratedRegex("<input id=\"([^\"]+)\"")]
    private static partial Regex Inputs();

    [GeneratedRegex("aria-describedby=\"([^\"]+)\"")]
    private static partial Regex Described();

    [GeneratedRegex("name=\"wallet\" value=\"([^\"]+)\"")]
    private static partial Regex Wallets();

    private async Task<string> PageAsync(string language) =>
        await World.Browser.GetStringAsync(await World.StartAsync(World.Payment(language: language)));
}
