using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 25 and 26: money goes back, all of it and in parts, never more.</summary>
internal static class RefundAssertions
{
    private const string NoRefunds = "The card declares no refunds.";

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("25 All of a payment goes back", AllGoesBack) { NotFor = (card, _) => card.Refunds == RefundSupport.None ? NoRefunds : null },
        new("25 Parts go back until nothing is left, and not one unit more", PartsGoBack) { NotFor = (card, _) => card.Refunds == RefundSupport.Partial ? null : "Whole refunds only." },
        new("25 More than the payment is not sent", MoreIsNotSent) { NotFor = (card, _) => card.Refunds == RefundSupport.None ? NoRefunds : null },
        new("25 Refunds that only their total tells apart are not mistaken for one another", TotalsTellApart) { NotFor = (card, _) => card is { Refunds: RefundSupport.Partial, RefundTracking: RefundTracking.ByTotal } ? null : "The provider knows each refund by its reference." },
        new("26 A refund that takes its time ends by question and by callback", SlowRefundEnds) { NotFor = (_, adapter) => adapter.CanSlowRefunds ? null : "The provider's refunds end at once." },
    ];

    private static async Task AllGoesBack(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var refund = run.NewRefund(payment, paid, payment.Amount.Minor);
        Assert.Equal(refund.Amount, (await EndedAsync(run, refund)).Amount);
    }

    private static async Task PartsGoBack(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var half = payment.Amount.Minor / 2;
        Assert.Equal(half, (await EndedAsync(run, run.NewRefund(payment, paid, half))).Amount.Minor);
        var rest = payment.Amount.Minor - half;
        Assert.Equal(rest, (await EndedAsync(run, run.NewRefund(payment, paid, rest, half))).Amount.Minor);

        // Whether the plugin sees it or the provider: no money.
        var tooMuch = await run.ExecuteAsync(run.NewRefund(payment, paid, 1) with { AlreadyReturned = null });
        Assert.True(tooMuch is Declined or NotSent, $"{tooMuch}");
    }

    private static async Task MoreIsNotSent(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var before = run.Stub.State;
        foreach (var refund in new[] { run.NewRefund(payment, paid, payment.Amount.Minor + 1), run.NewRefund(payment, paid, 0), run.NewRefund(payment, paid, 2, payment.Amount.Minor - 1) })
        {
            Assert.Equal(NotSentKind.InvalidRequest, Outcome.Is<NotSent>(await run.ExecuteAsync(refund)).Kind);
        }

        Assert.Equal(before, run.Stub.State);
    }

    private static async Task TotalsTellApart(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var undecided = run.NewRefund(payment, paid, 100) with { AlreadyReturned = null };
        Outcome.Is<NotSent>(await run.ExecuteAsync(undecided));
        await EndedAsync(run, run.NewRefund(payment, paid, 100));
        Assert.IsNotType<Succeeded>(await run.AskBareAsync(run.NewRefund(payment, paid, 200)));
    }

    private static async Task SlowRefundEnds(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        run.Adapter.SlowRefunds();
        var refund = run.NewRefund(payment, paid, 10_000);
        var pending = Outcome.Is<Pending>(await run.ExecuteAsync(refund));
        Outcome.Is<Pending>(await run.QueryAsync(refund, pending));
        run.TakeCallbacks();
        run.Adapter.EndRefunds();
        Assert.Equal(refund.Amount, Outcome.Is<Succeeded>(await run.QueryAsync(refund, pending)).Amount);
        foreach (var message in run.TakeCallbacks())
        {
            var facts = (await run.ReceiveAsync(message)).Facts.Where(fact => fact.Kind == OperationKind.Refund).ToList();
            Assert.NotEmpty(facts);
            Assert.All(facts, fact => Assert.Equal((refund.Key.MerchantReference, refund.Amount), (fact.MerchantReference, Outcome.Is<Succeeded>(fact.Outcome).Amount)));
        }
    }

    private static async Task<Succeeded> EndedAsync(GatewayRun run, RefundPayment refund)
    {
        var outcome = await run.ExecuteAsync(refund);
        return Outcome.Is<Succeeded>(outcome is Pending ? await run.QueryAsync(refund, outcome) : outcome);
    }
}
