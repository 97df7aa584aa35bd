using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs.LiqPay;

namespace BillingHeadless.Tests.Gateways;

/// <summary>LiqPay has no name for a refund: what it has reserved to go back must not be sent a second time.</summary>
public sealed class LiqPayRefundTests
{
    private const long Part = 10_000;

    [Fact]
    public async Task One_that_waits_for_receipts_and_whose_answer_was_lost_is_pending_and_not_sent_again()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "LiqPay").BeginAsync();
        var stub = (LiqPayStub)run.Stub;
        var (payment, paid) = await run.PaidAsync();
        stub.SlowRefunds = true;
        var lost = run.NewRefund(payment, paid, Part);
        await run.ExecuteAsync(lost);
        var before = stub.State;

        Assert.IsType<Pending>(await run.AskBareAsync(lost));
        Assert.IsType<Pending>(await run.ExecuteAsync(run.NewRefund(payment, paid, Part)));
        Assert.Equal(before, stub.State);

        stub.EndRefunds();
        Assert.Equal(Part, Assert.IsType<Succeeded>(await run.AskBareAsync(lost)).Amount.Minor);
    }
}
