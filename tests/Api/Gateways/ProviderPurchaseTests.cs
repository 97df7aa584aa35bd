using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using BillingHeadless.Client;
using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.ProviderStubs.LiqPay;
using BillingHeadless.Tests.ProviderStubs.Monobank;
using BillingHeadless.Tests.ProviderStubs.Robokassa;
using BillingHeadless.Tests.ProviderStubs.Stripe;
using BillingHeadless.Tests.ProviderStubs.YooKassa;

namespace BillingHeadless.Tests.Api.Gateways;

/// <summary>A purchase through the real server by each gateway that ships, against the stub of its provider: paid by its callback, then refunded in part.</summary>
public abstract partial class ProviderPurchaseTests(RunningServer server)
{
    private const long Part = 5_000;

    private static readonly Dictionary<string, (string Currency, Func<GatewayAdapter> Adapter)> Providers = new()
    {
        ["stripe"] = ("UAH", () => new StripeAdapter(new StripeStub())),
        ["robokassa"] = ("RUB", () => new RobokassaAdapter(new RobokassaStub())),
        ["yookassa"] = ("RUB", () => new YooKassaAdapter(new YooKassaStub())),
        ["liqpay"] = ("UAH", () => new LiqPayAdapter(new LiqPayStub())),
        ["monobank"] = ("UAH", () => new MonobankAdapter(new MonobankStub())),
    };

    public static TheoryData<string> Gateways => [.. Providers.Keys];

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task A_purchase_is_paid_by_the_callback_and_refunded_in_part(string gateway)
    {
        var (currency, make) = Providers[gateway];
        await using var provider = make();
        await provider.Stub.StartAsync();
        provider.Stub.Now = server.Time.Now;
        var shop = await Shop.Open(server, currency);
        var callbackUrl = await SetUp(shop, provider);

        var order = await shop.Place();
        var started = await shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = gateway });
        Assert.Equal(PaymentStatus.Pending, started.Status);
        await OpenPage(started.NextAction!.Url, provider.Stub.Url);
        provider.Decide(provider.Stub.LatestReference, Buying.Pays);
        await Deliver(provider, callbackUrl);

        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        var refund = await shop.Api.RefundPaymentAsync(started.Id, new RefundPaymentRequest { Amount = new Money { Amount = Part, Currency = currency }, Reason = "Changed mind" });
        await Deliver(provider, callbackUrl);
        server.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(RefundStatus.Succeeded, (await shop.Api.GetRefundAsync(refund.Id)).Status);
        await shop.ProveBooks();
    }

    private static async Task<Uri> SetUp(Shop shop, GatewayAdapter provider)
    {
        var view = await shop.Api.UpdateGatewayAsync(provider.PluginId, new UpdateGatewayRequest
        {
            Enabled = true,
            Settings = JsonSerializer.SerializeToElement(provider.Settings.ToDictionary(setting => setting.Key, setting => ValueOf(setting.Value))),
        });
        Assert.All(provider.Canaries, canary => Assert.DoesNotContain(canary, view.Settings.Values));
        return new Uri(view.CallbackUrl);
    }

    // The API takes whole numbers and booleans as such; the adapter has texts, as plugins read them.
    private static object ValueOf(string text) => bool.TryParse(text, out var flag) ? flag : text;

    private async Task Deliver(GatewayAdapter provider, Uri callbackUrl)
    {
        while (provider.Stub.Callbacks.TryDequeue(out var callback))
        {
            using var answer = await callback.SendAsync(server.Client, callbackUrl);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(provider.ExpectedReply(callback.ToMessage()).Body, await answer.Content.ReadAsStringAsync());
        }
    }

    // The provider's page itself, or ours with the form that leads there.
    private async Task OpenPage(string url, string provider)
    {
        using var page = await server.Client.GetAsync(new Uri(url));
        if (url.StartsWith(provider, StringComparison.Ordinal))
        {
            page.EnsureSuccessStatusCode();
            return;
        }

        var html = await page.Content.ReadAsStringAsync();
        var form = Form().Matches(html).Single(match => match.Groups["action"].Value.StartsWith(provider, StringComparison.Ordinal));
        var fields = Field().Matches(form.Groups["inner"].Value)
            .ToDictionary(match => WebUtility.HtmlDecode(match.Groups["name"].Value), match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await server.Client.PostAsync(new Uri(WebUtility.HtmlDecode(form.Groups["action"].Value)), content);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]+)"[^>]*>(?<inner>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex Field();
}

public sealed class ProviderPurchaseOnSqlite(ServerOnSqlite server) : ProviderPurchaseTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ProviderPurchaseOnPostgres(ServerOnPostgres server) : ProviderPurchaseTests(server), IClassFixture<ServerOnPostgres>;
