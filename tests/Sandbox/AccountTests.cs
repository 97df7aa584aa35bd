using System.Net;
using System.Text.Json;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>Merchants at the provider: no set-up, and nobody sees anybody else's money.</summary>
public sealed class AccountTests : SandboxTest
{
    [Fact]
    public async Task A_merchant_needs_no_set_up()
    {
        var newcomer = World.NewHost("newcomer");

        var payment = await World.PayAsync(host: newcomer);

        Assert.IsType<Succeeded>(await World.QueryAsync(payment, newcomer));
    }

    [Fact]
    public async Task The_probe_opens_the_account_and_may_come_again()
    {
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(ProbeVerdict.Usable, (await World.Gateway.ProbeAsync(World.Merchant, CancellationToken.None)).Verdict);
        }

        Assert.Empty(await World.BookAsync());
    }

    [Fact]
    public async Task A_key_with_another_secret_is_refused_and_the_setting_named()
    {
        await World.Gateway.ProbeAsync(World.Merchant, CancellationToken.None);

        var probe = await World.Gateway.ProbeAsync(World.With(("signingSecret", "another-secret-0123456789abcdef")), CancellationToken.None);

        Assert.Equal(ProbeVerdict.NotUsable, probe.Verdict);
        Assert.Contains("signingSecret", probe.Problems.Keys);
    }

    [Theory]
    [InlineData("apiKey", "too-short")]
    [InlineData("signingSecret", "too-short")]
    public async Task A_credential_that_could_be_guessed_is_refused(string setting, string value)
    {
        var host = World.With((setting, value));

        var probe = await World.Gateway.ProbeAsync(host, CancellationToken.None);

        Assert.Equal(setting, Assert.Single(probe.Problems).Key);
        var outcome = await World.Gateway.ExecuteAsync(World.Payment(), host, CancellationToken.None);
        Assert.Equal(NotSentKind.NotConfigured, Assert.IsType<NotSent>(outcome).Kind);
    }

    [Fact]
    public async Task Merchants_neither_see_nor_refund_each_others_payments()
    {
        var other = World.NewHost("other-merchant");
        await World.Gateway.ProbeAsync(other, CancellationToken.None);
        var payment = await World.PayAsync();
        var id = (await World.QueryAsync(payment)).ProviderReference;

        Assert.Equal(new NotFound(), await World.QueryAsync(payment, other));
        Assert.Empty(await World.BookAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, (await World.CallAsync(HttpMethod.Get, $"checkouts/{id}", other)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await World.CallAsync(HttpMethod.Get, $"checkouts/{id}", World.Merchant)).StatusCode);
        Assert.IsType<NotSent>(await World.Gateway.ExecuteAsync(World.Refund(payment, 1), other, CancellationToken.None));

        // The same reference and key belong to each merchant on its own.
        var twin = await World.PayAsync(host: other, payment: payment);
        Assert.IsType<Succeeded>(await World.QueryAsync(twin, other));
        Assert.Single(await World.BookAsync());
    }

    [Fact]
    public async Task Many_merchants_at_once_keep_apart()
    {
        await Task.WhenAll(Enumerable.Range(1, 50).Select(async number =>
        {
            var host = World.NewHost($"merchant-number-{number}");
            var payment = World.Payment(number);
            await World.PayAsync(host: host, payment: payment);
            Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(await World.QueryAsync(payment, host)).Amount);
            Assert.Equal([("charge", payment.Key.MerchantReference, number)], await World.BookAsync(host));
        }));
    }

    [Theory]
    [InlineData("GET", "book")]
    [InlineData("GET", "checkouts?reference=pay_1")]
    [InlineData("GET", "refunds?reference=rfd_1")]
    [InlineData("GET", "checkouts/chk_1")]
    public async Task An_unknown_key_reads_nothing(string method, string path)
    {
        var stranger = World.NewHost("stranger");
        using var answer = await World.CallAsync(new HttpMethod(method), path, stranger);
        using var keyless = await World.Browser.GetAsync($"{World.BaseUrl}/{path}");

        Assert.Equal("account_unknown", await CodeAsync(answer));
        Assert.Equal("key_missing", await CodeAsync(keyless));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"reference":"r"}""", "malformed")]
    [InlineData("""nonsense""", "malformed")]
    [InlineData("", "malformed")]
    [InlineData("null", "malformed")]
    [InlineData("""{"amount":1.5}""", "malformed")]
    [InlineData("""{"surprise":1}""", "malformed")]
    [InlineData("""{"reference":""}""", "invalid_request")]
    [InlineData("""{"amount":0}""", "invalid_request")]
    [InlineData("""{"amount":1000000000000001}""", "invalid_request")]
    [InlineData("""{"currency":"uah"}""", "invalid_request")]
    [InlineData("""{"returnUrl":"javascript:alert(1)"}""", "invalid_request")]
    [InlineData("""{"returnUrl":"http://shop.test/\r\nX: 1"}""", "invalid_request")]
    [InlineData("""{"callbackDelaySeconds":3601}""", "invalid_request")]
    [InlineData("""{"callbackUrl":"http://169.254.169.254/latest"}""", "callback_address_refused")]
    [InlineData("""{"callbackUrl":"http://10.0.0.1/"}""", "callback_address_refused")]
    public async Task A_bad_request_is_refused_with_a_code(string change, string code)
    {
        await World.Gateway.ProbeAsync(World.Merchant, CancellationToken.None);

        using var answer = await World.CallAsync(HttpMethod.Post, "checkouts", World.Merchant, Changed(change), "key-1");

        Assert.Equal(code, await CodeAsync(answer));
    }

    [Fact]
    public async Task A_checkout_without_an_idempotency_key_or_with_a_huge_body_is_refused()
    {
        await World.Gateway.ProbeAsync(World.Merchant, CancellationToken.None);
        using var keyless = await World.CallAsync(HttpMethod.Post, "checkouts", World.Merchant, Changed("{}"));
        using var huge = await World.CallAsync(HttpMethod.Post, "checkouts", World.Merchant, new string(' ', 70_000) + "{}", "key-1");

        Assert.Equal("idempotency_key_missing", await CodeAsync(keyless));
        Assert.Equal("body_too_large", await CodeAsync(huge));
    }

    [Fact]
    public async Task The_book_is_read_page_by_page()
    {
        var first = await World.PayAsync();
        var second = await World.PayAsync();

        using var answer = await World.CallAsync(HttpMethod.Get, "book?after=1", World.Merchant);
        using var book = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var movement = Assert.Single(book.RootElement.GetProperty("data").EnumerateArray());
        Assert.Equal(second.Key.MerchantReference, movement.GetProperty("reference").GetString());
        Assert.NotEqual(first.Key.MerchantReference, second.Key.MerchantReference);
        Assert.Equal(JsonValueKind.Null, book.RootElement.GetProperty("nextAfter").ValueKind);

        using var odd = await World.CallAsync(HttpMethod.Get, "book?after=-1", World.Merchant);
        Assert.Equal("invalid_request", await CodeAsync(odd));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }

    // A sound checkout with some members changed; what is not an object of these replaces the whole.
    private string Changed(string change)
    {
        if (!change.StartsWith('{') || change.Contains("\"reference\":\"r\"", StringComparison.Ordinal))
        {
            return change;
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var json in new[] { Sound(), change })
        {
            using var document = JsonDocument.Parse(json);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                members[member.Name] = member.Value.Clone();
            }
        }

        return JsonSerializer.Serialize(members);
    }

    private string Sound() =>
        $$"""
        {"reference":"pay_1","amount":100,"currency":"UAH","description":"d","returnUrl":"http://shop.test/","callbackUrl":"{{World.Inbox.Address}}","language":"uk"}
        """;
}
