using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>Money on its way back.</summary>
public sealed class RefundTests : SandboxTest
{
    [Fact]
    public async Task A_whole_refund_gives_everything_back()
    {
        var payment = await World.PayAsync();
        var refund = World.Refund(payment, 190_000);

        var outcome = Assert.IsType<Succeeded>(await ExecuteAsync(refund));

        Assert.Equal(payment.Amount, outcome.Amount);
        Assert.Equal(outcome, await World.QueryAsync(refund));
        Assert.Equal(
            [("charge", payment.Key.MerchantReference, 190_000), ("refund", refund.Key.MerchantReference, 190_000)], await World.BookAsync());
    }

    [Fact]
    public async Task Parts_go_back_up_to_the_payment_and_not_one_unit_more()
    {
        var payment = await World.PayAsync();
        Assert.IsType<Succeeded>(await ExecuteAsync(World.Refund(payment, 100_000)));
        Assert.IsType<Succeeded>(await ExecuteAsync(World.Refund(payment, 89_999)));

        var tooMuch = Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 2)));
        Assert.Equal(NotSentKind.InvalidRequest, tooMuch.Kind);
        Assert.IsType<Succeeded>(await ExecuteAsync(World.Refund(payment, 1)));

        Assert.Equal(190_000, (await World.BookAsync()).Where(movement => movement.Kind == "refund").Sum(movement => movement.Amount));
        Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 1)));
    }

    [Fact]
    public async Task Twenty_refunds_at_once_never_exceed_the_payment()
    {
        var payment = await World.PayAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ExecuteAsync(World.Refund(payment, 60_000))));

        Assert.Equal(3, outcomes.Count(outcome => outcome is Succeeded));
        Assert.Equal(17, outcomes.Count(outcome => outcome is NotSent));
        Assert.Equal(4, (await World.BookAsync()).Count);
    }

    [Fact]
    public async Task Twenty_refunds_with_one_key_are_one()
    {
        var payment = await World.PayAsync();
        var refund = World.Refund(payment, 60_000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ExecuteAsync(refund)));

        Assert.IsType<Succeeded>(Assert.Single(outcomes.Distinct()));
        Assert.Equal(2, (await World.BookAsync()).Count);
    }

    [Fact]
    public async Task One_key_with_another_amount_is_refused()
    {
        var payment = await World.PayAsync();
        var refund = World.Refund(payment, 60_000);
        await ExecuteAsync(refund);

        var other = await ExecuteAsync(refund with { Amount = payment.Amount with { Minor = 60_001 } });

        Assert.Equal(NotSentKind.InvalidRequest, Assert.IsType<NotSent>(other).Kind);
        Assert.Equal(2, (await World.BookAsync()).Count);
    }

    [Fact]
    public async Task A_refund_is_told_by_callback()
    {
        var payment = await World.PayAsync();
        await World.Inbox.NextAsync();
        var refund = World.Refund(payment, 60_000);
        var outcome = await ExecuteAsync(refund);

        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);

        Assert.Equal((OperationKind.Refund, refund.Key.MerchantReference, outcome), (fact.Kind, fact.MerchantReference, fact.Outcome));
    }

    [Theory]
    [InlineData("asynchronous", true)]
    [InlineData("asynchronousDeclined", false)]
    public async Task An_asynchronous_refund_is_pending_and_ends_by_query_and_by_callback(string mode, bool succeeds)
    {
        var payment = await World.PayAsync();
        await World.Inbox.NextAsync();
        var refund = World.Refund(payment, 190_000);
        var host = World.With(("refunds", mode), ("refundDelaySeconds", "60"));

        Assert.IsType<Pending>(await ExecuteAsync(refund, host));
        Assert.IsType<Pending>(await World.QueryAsync(refund));
        Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 1)));
        Assert.Single(await World.BookAsync());

        World.Clock.Advance(TimeSpan.FromSeconds(60));
        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);
        Assert.Equal(succeeds, fact.Outcome is Succeeded);
        Assert.Equal(fact.Outcome, await World.QueryAsync(refund));
        Assert.Equal(succeeds ? 2 : 1, (await World.BookAsync()).Count);
        Assert.Equal(succeeds, await ExecuteAsync(World.Refund(payment, 1)) is NotSent);
    }

    [Fact]
    public async Task A_declined_refund_moves_nothing_and_leaves_the_payment_refundable()
    {
        var payment = await World.PayAsync();
        var refund = World.Refund(payment, 190_000);

        Assert.IsType<Declined>(await ExecuteAsync(refund, World.With(("refunds", "declined"))));

        Assert.IsType<Declined>(await World.QueryAsync(refund));
        Assert.Single(await World.BookAsync());
        Assert.IsType<Succeeded>(await ExecuteAsync(World.Refund(payment, 190_000)));
    }

    [Fact]
    public async Task A_refund_without_an_answer_is_unknown_and_found_by_its_reference()
    {
        var payment = await World.PayAsync();
        await World.Inbox.NextAsync();
        var refund = World.Refund(payment, 190_000);
        var unlucky = World.With(("refunds", "unanswered"));

        Assert.Equal(new Unknown(UnknownKind.Timeout), await World.GiveUpAsync(cancel => ExecuteAsync(refund, unlucky, cancel)));

        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(await World.QueryAsync(refund)).Amount);
        Assert.Equal(2, (await World.BookAsync()).Count);
        Assert.IsType<Succeeded>(await ExecuteAsync(refund));
        Assert.Equal(2, (await World.BookAsync()).Count);

        // No callback was sent for it: the next payment's is the next that comes.
        var next = await World.PayAsync();
        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);
        Assert.Equal(next.Key.MerchantReference, fact.MerchantReference);
    }

    [Fact]
    public async Task What_was_not_paid_cannot_be_refunded()
    {
        var open = World.Payment();
        await World.StartAsync(open);
        var declined = await World.PayAsync(SandboxWorld.IsDeclined);

        foreach (var payment in new[] { open, declined, World.Payment() })
        {
            var outcome = Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 1)));
            Assert.Equal(NotSentKind.InvalidRequest, outcome.Kind);
        }
    }

    [Fact]
    public async Task A_refund_in_another_currency_or_above_the_payment_is_refused()
    {
        var payment = await World.PayAsync();

        Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 190_001)));
        Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 0)));
        var euros = new Money(1, new Currency("EUR"));
        Assert.IsType<NotSent>(await ExecuteAsync(World.Refund(payment, 1) with { Amount = euros, PaymentAmount = euros }));
        Assert.Single(await World.BookAsync());
    }

    [Fact]
    public async Task A_refund_that_never_began_is_not_found()
    {
        var payment = await World.PayAsync();

        Assert.Equal(new NotFound(), await World.QueryAsync(World.Refund(payment, 1)));
    }

    private async Task<GatewayOutcome> ExecuteAsync(RefundPayment refund, IPluginHost? host = null, CancellationToken cancel = default) =>
        await World.Gateway.ExecuteAsync(refund, host ?? World.Merchant, cancel);
}
