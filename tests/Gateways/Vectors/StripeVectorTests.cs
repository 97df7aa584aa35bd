using System.Text;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Stripe;
using BillingHeadless.Tests.ProviderStubs.Stripe;

namespace BillingHeadless.Tests.Gateways.Vectors;

/// <summary>What was published or computed elsewhere: the plugin and the stub must each agree with it alone.</summary>
public sealed class StripeVectorTests
{
    private const string Secret = "whsec_test_4f1c0d9b7a2e4e6fa3d2c1b0";
    private const long Time = 1_767_225_660;
    private const string Signature = "2c92912384e6d19349df043d1d34469702092a566fb1cc655b66dc65b9ac2f2b";

    private const string Body =
        """{"id":"evt_1TestBilling0001","object":"event","api_version":"2026-07-29.dahlia","created":1767225600,"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed","data":{"object":{"id":"cs_test_a1b2c3","object":"checkout.session","mode":"payment","status":"complete","payment_status":"paid","amount_total":125050,"currency":"usd","client_reference_id":"pay_01JZ","payment_intent":"pi_3TestBilling0001","metadata":{"invoice":"INV-2026-000042"}}}}""";

    [Fact]
    public void The_stub_signs_as_the_vector_says() => Assert.Equal(Signature, StripeEvents.Signature(Body, Time, Secret));

    [Theory]
    [InlineData($"t=1767225660,v1={Signature}", 0, true)]
    [InlineData($"t=1767225660,v1=00,v1={Signature}", 300, true)]
    [InlineData($"t=1767225660,v1={Signature}", 301, false)]
    [InlineData($"t=1767225661,v1={Signature}", 0, false)]
    [InlineData($"v1={Signature}", 0, false)]
    [InlineData("t=1767225660", 0, false)]
    [InlineData("nonsense", 0, false)]
    public async Task The_plugin_takes_the_vector_and_nothing_like_it(string header, int secondsLater, bool isGenuine)
    {
        // The event's session is not readable: for the money the event alone is enough; it is signed.
        var inbound = await ReceiveAsync(Body, header, secondsLater);
        Assert.Equal(isGenuine, inbound.Authentic);
        Assert.Equal(isGenuine ? 200 : 401, inbound.Reply.Status);
        Assert.Equal(isGenuine ? 1 : 0, inbound.Facts.Count);
        if (isGenuine)
        {
            var fact = inbound.Facts[0];
            Assert.Equal(("evt_1TestBilling0001", "pay_01JZ"), (fact.EventId, fact.MerchantReference));
            Assert.Equal(new Money(125_050, new Currency("USD")), Assert.IsType<Succeeded>(fact.Outcome).Amount);
        }
    }

    [Fact]
    public async Task Real_money_is_no_news_for_a_test_merchant()
    {
        var live = Body.Replace("\"livemode\":false", "\"livemode\":true", StringComparison.Ordinal);
        var inbound = await ReceiveAsync(live, $"t={Time},v1={StripeEvents.Signature(live, Time, Secret)}", 0);
        Assert.True(inbound.Authentic);
        Assert.Empty(inbound.Facts);
    }

    private static async Task<Inbound> ReceiveAsync(string body, string header, int secondsLater)
    {
        var message = new StubCallback("POST", "", [new("Stripe-Signature", header)], Encoding.UTF8.GetBytes(body)).ToMessage();
        var settings = new Dictionary<string, string> { ["apiUrl"] = "http://127.0.0.1:1", ["secretKey"] = "sk_test_1", ["webhookSecret"] = Secret };
        using var host = new MerchantHost(settings, GatewayRun.Patience)
        {
            Time = new MovableClock { Now = DateTimeOffset.FromUnixTimeSeconds(Time + secondsLater) },
        };
        return await new StripeGateway().ReceiveAsync(message, host, default);
    }
}
