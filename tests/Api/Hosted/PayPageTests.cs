using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>Rules A6 to A8, A10 and E2 on the hosted pages; rulings 2, 4, 11 and 25.</summary>
public abstract class PayPageTests(RunningServer server)
{
    [Fact]
    public async Task The_page_names_the_ways_to_pay_and_nothing_personal()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit(), ("contact.email", "secret.buyer@firm.example"));
        var page = await store.Visit().Get(path);

        Assert.Contains("Google Pay", page.Html);
        Assert.Contains("Apple Pay", page.Html);
        Assert.Contains("Samsung Pay", page.Html);
        Assert.DoesNotContain("secret.buyer", page.Html);
        Assert.DoesNotContain("firm.bitrix24.ua", page.Html);
    }

    [Fact]
    public async Task E2_the_commission_is_a_line_of_its_own_before_paying()
    {
        var store = await Storefront.Open(server);
        await store.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurchargeBasisPoints = new Dictionary<string, int> { ["sandbox"] = 300 } });
        var page = await store.Visit().Get(await store.Order(store.Visit()));
        Assert.Contains("Commission of the payment service", page.Html);
        Assert.Contains("UAH\u00a06.16", page.Html);
        Assert.Contains("UAH\u00a0205.16", page.Html);
    }

    [Fact]
    public async Task The_form_may_lead_to_the_gateways_page_and_nothing_may_run_or_frame_it()
    {
        var store = await Storefront.Open(server);
        await store.Shop.SetGateway(("baseUrl", "http://127.0.0.2:5090/sandbox"), ("apiKey", new string('k', 24)), ("signingSecret", new string('s', 24)));
        var page = await store.Visit().Get(await store.Order(store.Visit()));
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'none'; form-action 'self' http://127.0.0.2:5090; frame-ancestors 'none'; base-uri 'none'",
            page.Raw.Header("Content-Security-Policy"));
        Assert.Equal("no-store", page.Raw.Header("Cache-Control"));
        Assert.Equal("same-origin", page.Raw.Header("Referrer-Policy"));
    }

    [Theory]
    [InlineData("https://магазин.укр", "'self' https://xn--80aairftm.xn--j1amh;")]
    [InlineData("https://xn--ї.укр", "'self';")]
    public async Task A_gateway_may_be_at_a_host_of_any_script_and_at_none(string address, string formAction)
    {
        var store = await Storefront.Open(server);
        await store.Shop.SetGateway(("baseUrl", address), ("apiKey", new string('k', 24)), ("signingSecret", new string('s', 24)));
        var page = await store.Visit().Get(await store.Order(store.Visit()));
        Assert.Contains($"form-action {formAction}", page.Raw.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task A7_two_tabs_carry_on_one_payment()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => store.Visit().Post(path, ("gateway", "sandbox"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Single((await store.Shop.Api.ListPaymentsAsync()).Data);
        var again = await store.Visit().Post(path, ("gateway", "sandbox"));
        Assert.Contains("/sandbox/pay/", again.Location);
        Assert.Contains("Continue the payment", (await store.Visit().Get(path)).Html);
    }

    [Fact]
    public async Task A8_a_paid_invoice_shows_what_was_bought_and_its_last_day()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var order = (await store.Shop.Api.ListOrdersAsync()).Data.Single();
        await store.Shop.Pay(order.InvoiceId);
        var page = await store.Visit().Get(path);

        Assert.Contains("Thank you, it is paid", page.Html);
        Assert.Contains("firm.bitrix24.ua", page.Html);
        Assert.Contains("10 days", page.Html);
        Assert.DoesNotContain("LIC-", page.Html);
        Assert.DoesNotContain("name=\"gateway\"", page.Html);
    }

    [Fact]
    public async Task A_declined_payment_says_why_and_offers_another_try()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var invoice = (await store.Shop.Api.ListInvoicesAsync()).Data.Single();
        var payment = await store.Shop.Pay(invoice.Id, Shop.DeclinedCard);
        var page = await store.Visit().Get($"{path}/return/{payment.Id}");
        Assert.Contains("The bank has refused the card.", page.Html);
        Assert.Contains("name=\"gateway\"", page.Html);
    }

    [Theory]
    [InlineData("https://shop.example/thanks?a=1&b=2", "https://shop.example/thanks?a=1&b=2")]
    [InlineData("https://магазин.укр/ok", "https://xn--80aairftm.xn--j1amh/ok")]
    public async Task The_buyer_goes_on_to_the_merchants_own_page_when_it_started_the_payment(string returnUrl, string shop)
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var invoice = (await store.Shop.Api.ListInvoicesAsync()).Data.Single();
        var payment = await store.Shop.Api.PayInvoiceAsync(
            invoice.Id, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = "sandbox", ReturnUrl = new Uri(returnUrl) });
        await store.Shop.EnterCard(payment);
        await store.Shop.Decided(payment.Id);
        var page = await store.Visit().Get($"{path}/return/{payment.Id}");
        Assert.Equal($"0; url={shop}", page.Raw.Header("Refresh"));
    }

    [Fact]
    public async Task A_cancelled_invoice_says_so_and_cannot_be_paid()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        await store.Shop.Api.CancelInvoiceAsync((await store.Shop.Api.ListInvoicesAsync()).Data.Single().Id);
        Assert.Contains("was cancelled", (await store.Visit().Get(path)).Html);
        Assert.Contains("not open any more", (await store.Visit().Post(path, ("gateway", "sandbox"))).Html);
        Assert.Empty((await store.Shop.Api.ListPaymentsAsync()).Data);
    }

    [Fact]
    public async Task Nobody_guesses_an_address()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        var other = await store.Order(store.Visit(), ("contact.email", "other@firm.example"), ("fields.portal", "other.bitrix24.ua"));
        var (invoice, otherToken) = (path.Split('/')[2], other.Split('/')[3]);

        Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Get($"/pay/{invoice}/{otherToken}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Get($"/pay/{invoice}/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Post($"/pay/inv_1/{otherToken}", ("gateway", "sandbox"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().Get($"{path}/return/pay_1")).Status);
    }

    [Fact]
    public async Task A_gateway_may_send_the_buyer_back_with_a_form()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        const string Payment = "pay_01JD9ZQ8S0000000000000000A";
        var answer = await store.Visit().PostFrom("cross-site", $"{path}/return/{Payment}", ("status", "ok"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{path}/return/{Payment}"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task A_form_that_comes_back_to_no_payment_of_ours_leads_nowhere()
    {
        var store = await Storefront.Open(server);
        var path = await store.Order(store.Visit());
        foreach (var address in new[] { "/pay/%D1%97/x/return/y", $"{path}/return/%D1%97", $"{path[..^1]}%D1%97/return/pay_01JD9ZQ8S0000000000000000A" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await store.Visit().PostFrom("cross-site", address)).Status);
        }
    }
}

[Collection(nameof(OnSqlite))]
public sealed class PayPageOnSqlite(ServerOnSqlite server) : PayPageTests(server);

[Collection(nameof(OnPostgres))]
public sealed class PayPageOnPostgres(ServerOnPostgres server) : PayPageTests(server);
