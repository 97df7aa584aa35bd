using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 32 to 40: whatever goes wrong on the way, the plugin never claims more than it knows, and a question finds the truth.</summary>
internal static class LostAnswerAssertions
{
    private const string OnlyAForm = "A payment begins with a form that is signed here: nothing goes over the wire.";

    private static readonly (Fault Fault, UnknownKind Kind)[] Losses =
    [
        (Fault.BreakBeforeWork, UnknownKind.ConnectionLost),
        (Fault.BreakAfterWork, UnknownKind.ConnectionLost),
        (Fault.Status500, UnknownKind.ProviderFailed),
        (Fault.Status502, UnknownKind.ProviderFailed),
        (Fault.Status504, UnknownKind.ProviderFailed),
        (Fault.CutAnswer, UnknownKind.UnparsableReply),
        (Fault.Page, UnknownKind.UnparsableReply),
        (Fault.Silence, UnknownKind.Timeout),
    ];

    public static IEnumerable<GatewayAssertion> All =>
    [
        .. Kinds.SelectMany(kind => new GatewayAssertion[]
        {
            new($"32 {kind.Name}: a provider that is not there was sent nothing", run => NothingWasSent(run, kind)) { NotFor = kind.NotFor },
            new($"40 {kind.Name}: too many requests say when to come back", run => ComesBackLater(run, kind)) { NotFor = kind.NotFor },
        }),
        .. Kinds.SelectMany(kind => Losses.Select(loss =>
            new GatewayAssertion($"33-37 {kind.Name}: after {loss.Fault} nobody knows, and a question finds the truth", run => TruthIsFound(run, kind, loss.Fault, loss.Kind)) { NotFor = kind.NotFor })),
        new("38 What was never sent is not found", NeverSentIsNotFound),
        new("39 A question changes nothing", QuestionChangesNothing),
        new("39 A provider that fails a question leaves it open", FailedQuestionIsOpen),
    ];

    private static CommandKind[] Kinds =>
    [
        new("payment", (_, adapter) => adapter.StartsOverTheWire ? null : OnlyAForm, run => Task.FromResult<GatewayCommand>(run.NewPayment())),
        new("refund", (card, _) => card.Refunds == RefundSupport.None ? "The card declares no refunds." : null, async run =>
        {
            var (payment, paid) = await run.PaidAsync();
            return run.NewRefund(payment, paid, 10_000);
        }),
        new("charge", (card, _) => card.SavedMethods ? null : "The provider keeps no methods.", async run => await run.NewChargeAsync()),
    ];

    private static async Task NothingWasSent(GatewayRun run, CommandKind kind)
    {
        var command = await kind.Make(run);
        Assert.Equal(NotSentKind.ConnectFailed, Outcome.Is<NotSent>(await run.ExecuteAsync(command, run.Nowhere())).Kind);
        Outcome.Is<Unknown>(await run.AskBareAsync(command, run.Nowhere()));
    }

    private static async Task ComesBackLater(GatewayRun run, CommandKind kind)
    {
        var command = await kind.Make(run);
        run.Stub.Fault = Fault.TooMany;
        var busy = Outcome.Is<NotSent>(await run.ExecuteAsync(command));
        Assert.Equal((NotSentKind.RateLimited, TimeSpan.FromSeconds(7)), (busy.Kind, busy.RetryAfter));
    }

    private static async Task TruthIsFound(GatewayRun run, CommandKind kind, Fault fault, UnknownKind expected)
    {
        var command = await kind.Make(run);
        var before = run.Stub.State;
        run.Stub.Fault = fault;
        var lost = Outcome.Is<Unknown>(await LoseAsync(run, command, fault));
        Assert.Equal(expected, lost.Kind);
        run.Stub.Fault = Fault.None;
        Assert.InRange(run.Stub.Moved(command.Key.MerchantReference).Times, 0, 1);

        var truth = await run.QueryAsync(command, lost);
        if (command is RefundPayment && run.Card.RefundTracking == RefundTracking.ByAnswer)
        {
            Outcome.Is<Unknown>(truth);
        }
        else if (run.Stub.State == before)
        {
            Outcome.Is<NotFound>(truth);
        }
        else if (command is StartPayment)
        {
            // Nobody has the page, so nobody can pay on it: whether it is there or not, no money has moved.
            Assert.True(truth is ActionNeeded or Pending or NotFound, $"{truth}");
        }
        else
        {
            Assert.True(truth is Succeeded, $"{truth}");
        }
    }

    // A silent provider is left alone when the time is over: the kit ends it as soon as the provider has the request, so that nothing hangs on a clock.
    private static async Task<GatewayOutcome> LoseAsync(GatewayRun run, GatewayCommand command, Fault fault)
    {
        if (fault != Fault.Silence)
        {
            return await run.ExecuteAsync(command);
        }

        using var over = new CancellationTokenSource();
        var arrived = run.Stub.NextCommandAsync();
        var calling = run.ExecuteAsync(command, cancel: over.Token);
        await Prompt.AwaitAsync(arrived, "The plugin has sent nothing.");
        await over.CancelAsync();
        return await Prompt.AwaitAsync(calling, "The plugin goes on when its time is over.");
    }

    private static async Task NeverSentIsNotFound(GatewayRun run) => Outcome.Is<NotFound>(await run.AskBareAsync(run.NewPayment()));

    private static async Task QuestionChangesNothing(GatewayRun run)
    {
        var (command, paid) = await run.PaidAsync();
        var refund = run.NewRefund(command, paid, 10_000);
        await run.ExecuteAsync(refund);
        var state = run.Stub.State;
        await run.QueryAsync(command, paid);
        await run.AskBareAsync(command);
        await run.AskBareAsync(refund);
        await run.AskBareAsync(run.NewPayment());
        await run.Gateway.ProbeAsync(run.Merchant, default);
        Assert.Equal(state, run.Stub.State);
    }

    private static async Task FailedQuestionIsOpen(GatewayRun run)
    {
        var (command, paid) = await run.PaidAsync();
        run.Stub.FaultsHitQuestions = true;
        foreach (var fault in new[] { Fault.BreakBeforeWork, Fault.Status500, Fault.CutAnswer, Fault.Page, Fault.TooMany })
        {
            run.Stub.Fault = fault;
            Outcome.Is<Unknown>(await run.QueryAsync(command, paid));
            Outcome.Is<Unknown>(await run.AskBareAsync(command));
        }
    }

    private sealed record CommandKind(string Name, Func<GatewayCard, GatewayAdapter, string?> NotFor, Func<GatewayRun, Task<GatewayCommand>> Make);
}
