using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 28 to 31: the same key is one movement of money.</summary>
internal static class IdempotencyAssertions
{
    private const int Callers = 20;
    private const string NoKeys = "The provider has no keys for this; the host begins a payment once and then only asks.";

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("28 The same key twice is one payment", TwiceIsOne) { NotFor = (_, adapter) => adapter.HasIdempotencyKeys ? null : NoKeys },
        new("28 The same refund twice returns the money once", RefundTwiceIsOne) { NotFor = (card, _) => card.RefundTracking == RefundTracking.ByAnswer ? "The provider tells refunds apart by its answer alone: the host sends each once." : null },
        new("29 The same key from twenty callers is one payment", ManyAreOne) { NotFor = (_, adapter) => adapter.HasIdempotencyKeys ? null : NoKeys },
        new("30 The same key with another amount is no second payment", OtherAmountIsRefused) { NotFor = (_, adapter) => adapter.HasIdempotencyKeys ? null : NoKeys },
        new("31 The key is on the wire where the provider documents it", KeyIsOnTheWire) { NotFor = (_, adapter) => adapter.HasIdempotencyKeys ? null : NoKeys },
    ];

    private static async Task TwiceIsOne(GatewayRun run)
    {
        var command = run.NewPayment();
        var (first, again) = (await run.ExecuteAsync(command), await run.ExecuteAsync(command));
        Assert.Equal(first.ProviderReference, again.ProviderReference);
        await run.BuyAsync(first, command.Key, Buying.Pays);
        Assert.Equal(1, run.Stub.Moved(command.Key.MerchantReference).Times);
    }

    private static async Task RefundTwiceIsOne(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        var refund = run.NewRefund(payment, paid, 10_000);
        await run.ExecuteAsync(refund);
        var state = run.Stub.State;
        Assert.True(await run.ExecuteAsync(refund) is Succeeded or Pending);
        Assert.Equal(state, run.Stub.State);
    }

    private static async Task ManyAreOne(GatewayRun run)
    {
        var command = run.NewPayment();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => run.ExecuteAsync(command))));
        var started = outcomes.OfType<ActionNeeded>().ToList();
        Assert.NotEmpty(started);
        Assert.Single(started.Select(outcome => outcome.ProviderReference).Distinct());
        await run.BuyAsync(started[0], command.Key, Buying.Pays);
        Assert.Equal(1, run.Stub.Moved(command.Key.MerchantReference).Times);
    }

    private static async Task OtherAmountIsRefused(GatewayRun run)
    {
        var command = run.NewPayment();
        var started = await run.ExecuteAsync(command);
        await run.BuyAsync(started, command.Key, Buying.Pays);
        var other = await run.ExecuteAsync(command with { Amount = command.Amount with { Minor = command.Amount.Minor + 100 }, Lines = [] });
        if (other is ActionNeeded { Action: PostForm form })
        {
            // Only a form: it is the provider that refuses, when a buyer sends it.
            await Assert.ThrowsAsync<HttpRequestException>(() => run.Adapter.BuyAsync(form, command.Key, Buying.Pays));
        }
        else
        {
            Assert.True(other is NotSent or Declined, $"{other}");
        }

        Assert.Equal((1, run.Adapter.BookedMinor(command.Amount)), run.Stub.Moved(command.Key.MerchantReference));
    }

    private static async Task KeyIsOnTheWire(GatewayRun run)
    {
        var command = run.NewPayment();
        await run.BuyAsync(await run.ExecuteAsync(command), command.Key, Buying.Pays);
        Assert.Contains(run.Adapter.ExpectedKey(command.Key), run.Stub.Requests.Select(run.Adapter.KeyOnTheWire));
    }
}
