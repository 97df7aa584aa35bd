using System.Text.Json.Nodes;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs.YooKassa;

namespace BillingHeadless.Tests.Gateways.Vectors;

/// <summary>Nobody signs YooKassa's notifications: what they say is read again.</summary>
public sealed class YooKassaNotificationTests
{
    [Fact]
    public async Task A_forged_success_of_an_unpaid_payment_proves_nothing()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "YooKassa").BeginAsync();
        var started = await run.ExecuteAsync(run.NewPayment());
        var forged = YooKassaNotices.Of("payment.succeeded", new JsonObject
        {
            ["id"] = started.ProviderReference,
            ["status"] = "succeeded",
            ["paid"] = true,
            ["amount"] = new JsonObject { ["value"] = "1250.50", ["currency"] = "RUB" },
        });
        var inbound = await run.ReceiveAsync(forged.ToMessage());
        Assert.DoesNotContain(inbound.Facts, fact => fact.Outcome is Succeeded);
    }

    [Fact]
    public async Task When_it_cannot_be_read_again_it_is_to_come_later()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "YooKassa").BeginAsync();
        await run.PaidAsync();
        var inbound = await run.ReceiveAsync(run.TakeCallbacks()[0], run.Nowhere());
        Assert.False(inbound.Authentic);
        Assert.Empty(inbound.Facts);
        Assert.Equal(503, inbound.Reply.Status);
    }
}
