using System.Text;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.Monobank;

public sealed class MonobankAdapter(MonobankStub stub) : GatewayAdapter
{
    private const string Signature = "X-Sign";

    public override string PluginId => "monobank";

    public override MonobankStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["apiUrl"] = stub.Url, ["token"] = MonobankStub.Token };

    public override IReadOnlyList<string> AddressSettings => ["apiUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("token", "uWrongToken")];

    public override IReadOnlyList<string> Canaries => [MonobankStub.Token];

    public override Money Price => new(125_050, new Currency("UAH"));

    public override IReadOnlyList<Money> OddAmounts => [new(1, new Currency("USD")), new(700, new Currency("EUR"))];

    public override bool HasIdempotencyKeys => false;

    public override bool TellsLackOfMoney => false;

    public override bool TellsWallet => true;

    public override bool CanSlowRefunds => true;

    public override bool ChangesKeys => true;

    public override bool UnknownEvents => true;

    public override string? KeyOnTheWire(StubRequest request) => null;

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var json = Encoding.UTF8.GetString(genuine.Body.Span);
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json.Replace("125050", "125051", StringComparison.Ordinal)) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json + "\n") };
        yield return genuine with { Headers = [.. genuine.Headers.Where(header => header.Key != Signature)] };
        yield return genuine with { Headers = [new(Signature, "MEUCIGymfPFJoESDNKil9pB4RRKB8dARBGoPcJa4avsNiLHUAiEA2lU3ZwaXFWXo6152uRW9X8cteuVrpK6ttAVMzoR+3eE=")] };
        yield return genuine with { Headers = [new(Signature, "not base64")] };
        yield return new MonobankStub().Signed(json).ToMessage();
    }

    public override void ChangeKey() => stub.RotateKey();

    public override InboundMessage UnknownEvent() => stub.Signed("""{"invoiceId":"i1","status":"somethingNew","amount":1,"ccy":980,"reference":"r1"}""").ToMessage();

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();
}
