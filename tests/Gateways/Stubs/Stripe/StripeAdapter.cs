using System.Text;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.Stripe;

public sealed class StripeAdapter(StripeStub stub) : GatewayAdapter
{
    private const string Signature = "Stripe-Signature";

    public StripeAdapter()
        : this(new StripeStub())
    {
    }

    public override string PluginId => "stripe";

    public override StripeStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["apiUrl"] = stub.Url,
        ["secretKey"] = StripeStub.SecretKey,
        ["webhookSecret"] = StripeStub.WebhookSecret,
    };

    public override IReadOnlyList<string> AddressSettings => ["apiUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("secretKey", "sk_test_wrong"), ("secretKey", "sk_live_wrong")];

    public override IReadOnlyList<string> Canaries => [StripeStub.SecretKey, StripeStub.WebhookSecret];

    public override Money Price => new(125_050, new Currency("USD"));

    public override IReadOnlyList<Money> OddAmounts => [new(1900, new Currency("JPY")), new(5120, new Currency("KWD")), new(900, new Currency("ISK"))];

    // Stripe's book has two zeros more than ISO for these.
    public override long BookedMinor(Money amount) => amount.Currency.Code == "ISK" ? amount.Minor * 100 : amount.Minor;

    public override bool RefusalEnds => false;

    public override bool TellsWallet => true;

    public override bool CanSlowRefunds => true;

    public override string? KeyOnTheWire(StubRequest request) => request.Header("Idempotency-Key");

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var json = Encoding.UTF8.GetString(genuine.Body.Span);
        var now = StubTime.Now.ToUnixTimeSeconds();
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json.Replace("125050", "125051", StringComparison.Ordinal)) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json + " ") };
        yield return genuine with { Headers = [.. genuine.Headers.Where(header => header.Key != Signature)] };
        yield return StripeEvents.Signed(json, now, "whsec_of_somebody_else").ToMessage();
        yield return StripeEvents.Signed(json, now - 301, StripeStub.WebhookSecret).ToMessage();
        yield return StripeEvents.Signed(json, now + 301, StripeStub.WebhookSecret).ToMessage();
        yield return genuine with { Headers = [new(Signature, $"t={now},v0={StripeEvents.Signature(json, now, StripeStub.WebhookSecret)}")] };
    }

    public override bool UnknownEvents => true;

    public override InboundMessage UnknownEvent()
    {
        stub.AnnounceUnknown();
        return stub.Callbacks.Last().ToMessage();
    }

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();
}
