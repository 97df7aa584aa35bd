using System.Net;
using System.Text;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Monobank;
using BillingHeadless.Tests.ProviderStubs.Monobank;

namespace BillingHeadless.Tests.Gateways.Vectors;

/// <summary>What was computed elsewhere, and what becomes of webhooks when the bank changes its key.</summary>
public sealed class MonobankVectorTests
{
    private const string Key =
        "LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFQllWamZrZ1QyTnRlMXNrczZaeU9EL24rMEtrSApHcXk5aUp6MFk2UHFKREhtYVNTcU1MTE56clBmNXhFWFZLY3ovSFJLeldpOHlpTUtTT2cvOUYwZHZRPT0KLS0tLS1FTkQgUFVCTElDIEtFWS0tLS0tCg==";

    private const string Body =
        """{"invoiceId":"2210012MPLYwJjVUzchj","status":"success","amount":125050,"ccy":980,"finalAmount":125050,"createdDate":"2026-01-01T00:00:00Z","modifiedDate":"2026-01-01T00:01:00Z","reference":"INV-2026-000042"}""";

    private const string Signature = "MEUCIGymfPFJoESDNKil9pB4RRKB8dARBGoPcJa4avsNiLHUAiEA2lU3ZwaXFWXo6152uRW9X8cteuVrpK6ttAVMzoR+3eE=";

    [Fact]
    public async Task The_plugin_takes_the_webhook_of_the_vector()
    {
        await using var bank = new OneAnswer($$"""{"key":"{{Key}}"}""");
        await bank.StartAsync();
        using var host = new MerchantHost(new Dictionary<string, string> { ["apiUrl"] = bank.Url, ["token"] = "uToken" }, GatewayRun.Patience);
        var message = new StubCallback("POST", "", [new("X-Sign", Signature)], Encoding.UTF8.GetBytes(Body)).ToMessage();
        var inbound = await new MonobankGateway().ReceiveAsync(message, host, default);
        Assert.True(inbound.Authentic);
        var fact = Assert.Single(inbound.Facts);
        Assert.Equal(("INV-2026-000042", new Money(125_050, new Currency("UAH"))), (fact.MerchantReference, Assert.IsType<Succeeded>(fact.Outcome).Amount));
    }

    [Fact]
    public async Task A_new_key_of_the_bank_is_fetched_when_a_check_fails_but_not_at_every_nonsense()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "Monobank").BeginAsync();
        var stub = (MonobankStub)run.Stub;
        await run.PaidAsync();
        Assert.True((await run.ReceiveAsync(run.TakeCallbacks()[0])).Authentic);

        stub.RotateKey();
        await run.PaidAsync();
        var later = run.TakeCallbacks()[0];
        Assert.False((await run.ReceiveAsync(later)).Authentic);
        run.Merchant.Time.Now += TimeSpan.FromMinutes(2);
        Assert.True((await run.ReceiveAsync(later)).Authentic);

        for (var nonsense = 0; nonsense < 5; nonsense++)
        {
            await run.ReceiveAsync(later with { Body = Encoding.UTF8.GetBytes("{}") });
        }

        Assert.Equal(2, stub.Requests.Count(request => request.Path == "/api/merchant/pubkey"));
    }

    [Fact]
    public async Task Without_the_banks_key_a_webhook_is_to_come_again()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "Monobank").BeginAsync();
        await run.PaidAsync();
        var inbound = await run.ReceiveAsync(run.TakeCallbacks()[0], run.Nowhere());
        Assert.Equal((false, (int)HttpStatusCode.ServiceUnavailable), (inbound.Authentic, inbound.Reply.Status));
    }

    private sealed class OneAnswer(string json) : ProviderStub
    {
        public override string State => "";

        public override string LatestReference => "";

        public override (int Times, long Minor) Moved(string reference) => (0, 0);

        protected override bool IsCommand(StubRequest request) => false;

        protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(StubAnswer.Text(json, 200, "application/json"));
    }
}
