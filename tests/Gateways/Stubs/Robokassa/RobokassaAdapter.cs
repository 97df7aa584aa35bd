using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Tests.ProviderStubs.Robokassa;

public sealed class RobokassaAdapter(RobokassaStub stub) : GatewayAdapter
{
    public override string PluginId => "robokassa";

    public override RobokassaStub Stub => stub;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["merchantLogin"] = RobokassaStub.Login,
        ["password1"] = RobokassaStub.Password1,
        ["password2"] = RobokassaStub.Password2,
        ["password3"] = RobokassaStub.Password3,
        ["receipts"] = "true",
        ["recurring"] = "true",
        ["paymentUrl"] = stub.Url,
        ["refundUrl"] = stub.Url,
    };

    public override IReadOnlyList<string> AddressSettings => ["paymentUrl", "refundUrl"];

    public override IReadOnlyList<(string Setting, string Value)> WrongCredentials => [("password2", "wrong-password"), ("merchantLogin", "nobody")];

    public override IReadOnlyList<string> Canaries => [RobokassaStub.Password1, RobokassaStub.Password2, RobokassaStub.Password3];

    public override Money Price => new(125_050, new Currency("RUB"));

    public override bool StartsOverTheWire => false;

    public override bool RefusalEnds => false;

    public override bool CanSlowRefunds => true;

    public override string? KeyOnTheWire(StubRequest request) => request.Path == "/Merchant/Index.aspx" ? request.Form().GetValueOrDefault("InvId") : null;

    public override string ExpectedKey(OperationKey key) => key.MerchantReference;

    public override void Decide(string reference, Buying buying) => stub.Decide(reference, buying);

    public override IEnumerable<InboundMessage> Spoilt(InboundMessage genuine)
    {
        var reference = genuine.Query.Single(field => field.Key == "InvId").Value;
        yield return With(genuine, "OutSum", "1250.510000");
        yield return With(genuine, "OutSum", "1250.50");
        yield return With(genuine, "InvId", $"{reference}1");
        yield return With(genuine, "SignatureValue", "");
        yield return genuine with { Query = [.. genuine.Query.Where(field => field.Key != "SignatureValue")] };
        yield return genuine with { Query = [.. genuine.Query, new("Shp_save", "1")] };
        yield return RobokassaResults.ByGet("1250.500000", reference, null, RobokassaStub.Password1).ToMessage();
        yield return RobokassaResults.ByPost("1250.500000", reference, null, "wrong").ToMessage();
    }

    public override InboundReply ExpectedReply(InboundMessage message) => new(200, $"OK{message.Query.Single(field => field.Key == "InvId").Value}");

    public override void SlowRefunds() => stub.SlowRefunds = true;

    public override void EndRefunds() => stub.EndRefunds();

    private static InboundMessage With(InboundMessage message, string name, string value) =>
        message with { Query = [.. message.Query.Select(field => field.Key == name ? KeyValuePair.Create(name, value) : field)] };
}
