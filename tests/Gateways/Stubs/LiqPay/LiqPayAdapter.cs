using System.Text;
using System.Web;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.LiqPay;

public sealed class LiqPayAdapter(LiqPayStub stub) : GatewayAdapter
{
    public override string PluginId => "liqpay";

    public override LiqPayStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["apiUrl"] = stub.Url,
        ["publicKey"] = LiqPayStub.PublicKey,
        ["privateKey"] = LiqPayStub.PrivateKey,
    };

    public override IReadOnlyList<string> AddressSettings => ["apiUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("privateKey", "wrong_private_key"), ("publicKey", "i99999999")];

    public override IReadOnlyList<string> Canaries => [LiqPayStub.PrivateKey];

    public override Money Price => new(125_050, new Currency("UAH"));

    public override IReadOnlyList<Money> OddAmounts => [new(1, new Currency("USD")), new(700, new Currency("EUR")), new(99_999_901, new Currency("UAH"))];

    public override bool StartsOverTheWire => false;

    public override bool TellsLackOfMoney => false;

    public override bool TellsWallet => true;

    public override bool CanSlowRefunds => true;

    public override bool UnknownEvents => true;

    public override string? KeyOnTheWire(StubRequest request) => request.Path == "/api/3/checkout"
        ? (string?)System.Text.Json.Nodes.JsonNode.Parse(Convert.FromBase64String(request.Form()["data"]))!["order_id"]
        : null;

    public override string ExpectedKey(OperationKey key) => key.MerchantReference;

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var fields = HttpUtility.ParseQueryString(Encoding.ASCII.GetString(genuine.Body.Span));
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(fields["data"]!));
        var other = Convert.ToBase64String(Encoding.UTF8.GetBytes(json.Replace("1250.5", "1250.6", StringComparison.Ordinal)));
        yield return LiqPayCallbacks.OfData(other, fields["signature"]!).ToMessage();
        yield return LiqPayCallbacks.OfData(fields["data"]! + " ", fields["signature"]!).ToMessage();
        yield return LiqPayCallbacks.OfData(fields["data"]!, "").ToMessage();
        yield return LiqPayCallbacks.Of(json, "key_of_somebody_else").ToMessage();
        yield return genuine with { Body = Encoding.ASCII.GetBytes($"data={Uri.EscapeDataString(fields["data"]!)}") };
    }

    // That money went back is told of the order: it names no refund of ours.
    public override InboundMessage UnknownEvent() => LiqPayCallbacks.Of(
        $$"""{"order_id":"somebody","public_key":"{{LiqPayStub.PublicKey}}","status":"reversed","amount":5,"currency":"UAH","payment_id":1}""", LiqPayStub.PrivateKey).ToMessage();

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();
}
