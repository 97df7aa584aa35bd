using System.Text;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.Sandbox;

public sealed class SandboxAdapter(SandboxStub stub) : GatewayAdapter
{
    private const string Signature = "Sandbox-Signature";

    public override string PluginId => "sandbox";

    public override SandboxStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["baseUrl"] = stub.Url,
        ["apiKey"] = SandboxStub.ApiKey,
        ["signingSecret"] = SandboxStub.SigningSecret,
    };

    public override IReadOnlyList<string> AddressSettings => ["baseUrl"];

    // A key that nobody has used opens an account: only the secret of one that is open can be wrong.
    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("signingSecret", "somebody-elses-signing-secret")];

    public override IReadOnlyList<string> Canaries => [SandboxStub.ApiKey, SandboxStub.SigningSecret];

    public override Money Price => new(125_050, new Currency("USD"));

    public override IReadOnlyList<Money> OddAmounts => [new(1900, new Currency("JPY")), new(5120, new Currency("KWD"))];

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
        yield return SandboxStub.Signed(json, now, "somebody-elses-signing-secret").ToMessage();
        yield return SandboxStub.Signed(json, now - 301, SandboxStub.SigningSecret).ToMessage();
        yield return SandboxStub.Signed(json, now + 301, SandboxStub.SigningSecret).ToMessage();
    }

    public override bool UnknownEvents => true;

    public override InboundMessage UnknownEvent() =>
        SandboxStub.Signed("""{"eventId":"evt_0","type":"account.opened"}""", StubTime.Now.ToUnixTimeSeconds(), SandboxStub.SigningSecret).ToMessage();

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();
}
