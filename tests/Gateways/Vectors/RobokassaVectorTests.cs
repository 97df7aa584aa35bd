using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Robokassa;
using BillingHeadless.Tests.ProviderStubs.Robokassa;

namespace BillingHeadless.Tests.Gateways.Vectors;

/// <summary>What was computed elsewhere: the plugin and the stub must each agree with it alone.</summary>
public sealed class RobokassaVectorTests
{
    [Theory]
    [InlineData("demo:1250.50:42:password1", "9a05a017b2e18c1c913c85039d08c8f8")]
    [InlineData("1250.500000:42:password2:Shp_pay=pay_01JZ", "ebe9b2c48b5f8efa697ff50ef0a833ad")]
    [InlineData("demo:42:password2", "366c2b66ec677a62b5f4ea1defa913ab")]
    public void The_stub_hashes_as_the_vector_says(string text, string hash) => Assert.Equal(hash, RobokassaStub.Md5(text), ignoreCase: true);

    [Theory]
    [InlineData("md5", "9a05a017b2e18c1c913c85039d08c8f8")]
    [InlineData("sha256", "b69e2904cf487244d52ac380efd4f8f5dadde783dba10d7e24177e04021ba0b5")]
    public async Task The_plugin_signs_a_request_as_the_vector_says(string algorithm, string signature)
    {
        using var host = Host(algorithm);
        var start = new StartPayment
        {
            Key = new OperationKey { IdempotencyKey = "k", MerchantReference = "42" },
            Amount = new Money(125_050, new Currency("RUB")),
            Description = "INV-2026-000042",
            ReturnUrl = new Uri("https://shop.example/return"),
            CallbackUrl = new Uri("https://shop.example/callback"),
            Language = "ru",
        };
        var form = (PostForm)Assert.IsType<ActionNeeded>(await new RobokassaGateway().ExecuteAsync(start, host, default)).Action;
        Assert.Equal(("demo", "1250.50", "42", signature), (form.Fields["MerchantLogin"], form.Fields["OutSum"], form.Fields["InvId"], form.Fields["SignatureValue"]));
    }

    [Theory]
    [InlineData("md5", "1250.50", "92072e3d7bce95a247f773bc2061bdab", true)]
    [InlineData("md5", "1250.500000", "EBE9B2C48B5F8EFA697FF50EF0A833AD", true)]
    [InlineData("sha256", "1250.50", "d55ca45872ecf210ee66cbaf728ff3bcd86f3c8825c62a1a72a678d6ff399f7b", true)]
    [InlineData("sha256", "1250.500000", "0b71de60c960759806aae201f50a7c479aeeab5d53e4f3d7c0cdbcd4156a1b1b", true)]
    [InlineData("md5", "1250.50", "55eaafa42148523f294c9e57d651358b", false)]
    public async Task The_plugin_takes_a_result_as_the_vector_says(string algorithm, string sum, string signature, bool isGenuine)
    {
        using var host = Host(algorithm);
        var message = new StubCallback("GET", $"OutSum={sum}&InvId=42&SignatureValue={signature}&Shp_pay=pay_01JZ", [], []).ToMessage();
        var inbound = await new RobokassaGateway().ReceiveAsync(message, host, default);
        Assert.Equal(isGenuine, inbound.Authentic);
        if (isGenuine)
        {
            Assert.Equal("OK42", inbound.Reply.Body);
            Assert.Equal(new Money(125_050, new Currency("RUB")), Assert.IsType<Succeeded>(Assert.Single(inbound.Facts).Outcome).Amount);
        }
    }

    [Fact]
    public void The_plugin_signs_a_refund_as_the_vector_says()
    {
        var request = new RefundRequest("2C4E6F00-AAAA-BBBB-CCCC-000000000042", Receipts.Number(new Money(25_050, new Currency("RUB"))), null);
        Assert.Equal(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJPcEtleSI6IjJDNEU2RjAwLUFBQUEtQkJCQi1DQ0NDLTAwMDAwMDAwMDA0MiIsIlJlZnVuZFN1bSI6MjUwLjV9.h9OXgoq8tfRZgi_xh5EP2n8MZO3oKaAIhyu3mjj3gCI",
            Refunds.Token(request, "password3"));
    }

    private static MerchantHost Host(string algorithm) => new(
        new Dictionary<string, string>
        {
            ["merchantLogin"] = "demo",
            ["password1"] = "password1",
            ["password2"] = "password2",
            ["hash"] = algorithm,
            ["paymentUrl"] = "http://127.0.0.1:1",
            ["refundUrl"] = "http://127.0.0.1:1",
        },
        GatewayRun.Patience);
}
