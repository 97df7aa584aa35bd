using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.YooKassa;

public sealed class YooKassaAdapter(YooKassaStub stub) : GatewayAdapter
{
    public override string PluginId => "yookassa";

    public override YooKassaStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["apiUrl"] = stub.Url,
        ["shopId"] = YooKassaStub.ShopId,
        ["secretKey"] = YooKassaStub.SecretKey,
        ["receipts"] = "true",
    };

    public override IReadOnlyList<string> AddressSettings => ["apiUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("secretKey", "test_wrong"), ("secretKey", YooKassaStub.LiveKey)];

    public override IReadOnlyList<string> Canaries => [YooKassaStub.SecretKey];

    public override Money Price => new(125_050, new Currency("RUB"));

    public override bool CanSlowRefunds => true;

    public override string? KeyOnTheWire(StubRequest request) => request.Header("Idempotence-Key");

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    // Nothing is signed: whatever YooKassa does not know is a lie, and the rest of a message is not believed anyway.
    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var json = Encoding.UTF8.GetString(genuine.Body.Span);
        yield return YooKassaNotices.Of("payment.succeeded", new JsonObject { ["id"] = "not-a-payment", ["status"] = "succeeded" }).ToMessage();
        yield return YooKassaNotices.Of("refund.succeeded", new JsonObject { ["id"] = "not-a-refund", ["status"] = "succeeded" }).ToMessage();
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json[..^1]) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(json.Replace("notification", "nonsense", StringComparison.Ordinal)) };
    }

    public override InboundMessage Lie(GatewayOutcome begun, StartPayment command) => YooKassaNotices.Of("payment.succeeded", new JsonObject
    {
        ["id"] = begun.ProviderReference,
        ["status"] = "succeeded",
        ["paid"] = true,
        ["test"] = true,
        ["amount"] = new JsonObject { ["value"] = "1250.50", ["currency"] = "RUB" },
        ["metadata"] = new JsonObject { ["reference"] = command.Key.MerchantReference },
    }).ToMessage();

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();
}
