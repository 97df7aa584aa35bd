using System.Text;
using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace Acme.Tests;

/// <summary>What the kit must know about Acme beyond the contract.</summary>
public sealed class AcmeAdapter : GatewayAdapter
{
    private readonly AcmeStub stub = new();

    public override string PluginId => "acme";

    public override ProviderStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["apiUrl"] = stub.Url,
        ["apiKey"] = AcmeStub.ApiKey,
        ["webhookSecret"] = AcmeStub.WebhookSecret,
    };

    public override IReadOnlyList<string> AddressSettings => ["apiUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("apiKey", "another-key")];

    public override IReadOnlyList<string> Canaries => [AcmeStub.ApiKey, AcmeStub.WebhookSecret];

    public override Money Price => new(125_050, new Currency("UAH"));

    public override IReadOnlyList<Money> OddAmounts => [new(1_900, new Currency("JPY"))];

    public override bool UnknownEvents => true;

    public override string? KeyOnTheWire(StubRequest request) => request.Header("Idempotency-Key");

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var json = Encoding.UTF8.GetString(genuine.Body.Span);
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json.Replace("125050", "125051", StringComparison.Ordinal)) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json + " ") };
        yield return genuine with { Headers = [] };
        yield return AcmeStub.Signed(json, "somebody-elses-secret").ToMessage();
    }

    public override InboundMessage UnknownEvent() => AcmeStub.Signed("""{"eventId":"event-0","customer":{"id":"1"}}""", AcmeStub.WebhookSecret).ToMessage();
}
