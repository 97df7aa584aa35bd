using System.Text;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 41 to 48: what a message proves, and what it does not.</summary>
internal static class CallbackAssertions
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>How soon a key may be fetched again at the latest.</summary>
    private static readonly TimeSpan KeyPatience = TimeSpan.FromMinutes(5);

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("41 A genuine message carries our reference and the amount", GenuineCounts),
        new("41 What a message has told is enough to return the money", MessageIsEnough) { NotFor = (card, _) => card.Refunds == RefundSupport.None ? "The card declares no refunds." : null },
        new("42 A message that is spoilt proves nothing", SpoiltProvesNothing),
        new("42 What is said of a payment that nobody has paid moves nothing", LieMovesNothing),
        new("42 A key that the provider has changed is fetched again", ChangedKeyIsFetched) { NotFor = (_, adapter) => adapter.ChangesKeys ? null : "The provider signs with a secret of the merchant's, or not at all." },
        new("42 A message that cannot be checked now is asked for again", UncheckedIsAskedForAgain),
        new("43 The same message again says the same under the same name", AgainIsTheSame),
        new("43 Two events bear two names", EventsHaveNames),
        new("44 In any order messages end in the same state", OrderDoesNotMatter),
        new("45 A message of an unknown kind is taken and says nothing", UnknownIsTaken) { NotFor = (_, adapter) => adapter.UnknownEvents ? null : "The provider sends one kind only." },
        new("46 Headers count in any case of letters", HeaderCaseDoesNotMatter),
        new("47 Nothing and a megabyte are refused in peace", SizesAreTaken),
        new("48 The reply is what the provider wants to read", ReplyIsExpected),
        new("42 What a browser brings back proves nothing", BrowserProvesNothing),
    ];

    private static async Task GenuineCounts(GatewayRun run)
    {
        var (command, _) = await run.PaidAsync();
        var inbound = await Task.WhenAll(run.TakeCallbacks().Select(message => run.ReceiveAsync(message)));
        Assert.All(inbound, one => Assert.True(one.Authentic));
        var facts = inbound.SelectMany(one => one.Facts).ToList();
        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.Equal((OperationKind.Payment, command.Key.MerchantReference), (fact.Kind, fact.MerchantReference)));
        Assert.Contains(facts, fact => fact.Outcome is Succeeded succeeded && succeeded.Amount == command.Amount);
    }

    private static async Task MessageIsEnough(GatewayRun run)
    {
        var (payment, _) = await run.PaidAsync();
        var inbound = await Task.WhenAll(run.TakeCallbacks().Select(message => run.ReceiveAsync(message)));
        var told = inbound.SelectMany(one => one.Facts).Select(fact => fact.Outcome).OfType<Succeeded>().ToList();
        Assert.NotEmpty(told);
        Assert.True(await run.ExecuteAsync(run.NewRefund(payment, told[0], payment.Amount.Minor)) is Succeeded or Pending);
    }

    private static async Task SpoiltProvesNothing(GatewayRun run)
    {
        await run.PaidAsync();
        var genuine = run.FirstCallback();
        foreach (var spoilt in run.Adapter.Spoilt(genuine))
        {
            var inbound = await run.ReceiveAsync(spoilt);
            Assert.False(inbound.Authentic);
            Assert.Empty(inbound.Facts);
            Assert.InRange(inbound.Reply.Status, 400, 499);
        }
    }

    // Where nobody can make such a message, the genuine one of another payment's must say nothing of this one.
    private static async Task LieMovesNothing(GatewayRun run)
    {
        var command = run.NewPayment();
        var begun = await run.ExecuteAsync(command);
        await run.PaidAsync();
        var inbound = await run.ReceiveAsync(run.Adapter.Lie(begun, command) ?? run.FirstCallback());
        Assert.DoesNotContain(inbound.Facts, fact => fact.MerchantReference == command.Key.MerchantReference && fact.Outcome is Succeeded);
    }

    private static async Task ChangedKeyIsFetched(GatewayRun run)
    {
        await run.PaidAsync();
        var before = run.FirstCallback();
        Assert.True((await run.ReceiveAsync(before)).Authentic);
        run.TakeCallbacks();
        run.Adapter.ChangeKey();
        run.Merchant.Time.Now += KeyPatience;
        await run.PaidAsync();
        Assert.True((await run.ReceiveAsync(run.FirstCallback())).Authentic);
    }

    private static async Task UncheckedIsAskedForAgain(GatewayRun run)
    {
        await run.PaidAsync();
        var genuine = run.FirstCallback();
        (run.Stub.Fault, run.Stub.FaultsHitQuestions) = (Fault.Status500, true);
        var inbound = await run.ReceiveAsync(genuine);
        Assert.True(inbound.Facts.Count > 0 || inbound.Reply.Status >= 500, $"The message was answered with {inbound.Reply.Status}, and nothing was learnt from it: the provider will not send it again.");
    }

    private static async Task AgainIsTheSame(GatewayRun run)
    {
        await run.PaidAsync();
        foreach (var message in run.TakeCallbacks())
        {
            var (first, again) = (await run.ReceiveAsync(message), await run.ReceiveAsync(message));
            Assert.Equal(first.Facts, again.Facts);
            Assert.Equal(first.Reply, again.Reply);
        }
    }

    private static async Task EventsHaveNames(GatewayRun run)
    {
        await run.PaidAsync();
        await run.PaidAsync();
        var inbound = await Task.WhenAll(run.TakeCallbacks().Select(message => run.ReceiveAsync(message)));
        var names = inbound.SelectMany(one => one.Facts).Select(fact => fact.EventId).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.NotEqual("", name));
    }

    private static async Task OrderDoesNotMatter(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        await run.ExecuteAsync(run.NewRefund(payment, paid, payment.Amount.Minor));
        var messages = run.TakeCallbacks();
        Assert.Equal(await FoldAsync(run, messages), await FoldAsync(run, messages.Reverse()));
    }

    private static async Task UnknownIsTaken(GatewayRun run)
    {
        var inbound = await run.ReceiveAsync(run.Adapter.UnknownEvent()!);
        Assert.True(inbound.Authentic);
        Assert.Empty(inbound.Facts);
        Assert.InRange(inbound.Reply.Status, 200, 299);
    }

    private static async Task HeaderCaseDoesNotMatter(GatewayRun run)
    {
        await run.PaidAsync();
        foreach (var message in run.TakeCallbacks())
        {
            var other = message with { Headers = [.. message.Headers.Select(header => KeyValuePair.Create(header.Key.ToUpperInvariant(), header.Value))] };
            Assert.Equal((await run.ReceiveAsync(message)).Facts, (await run.ReceiveAsync(other)).Facts);
        }
    }

    private static async Task SizesAreTaken(GatewayRun run)
    {
        await run.PaidAsync();
        var genuine = run.FirstCallback();
        foreach (var body in new[] { [], Encoding.UTF8.GetBytes(new string('a', Megabyte)), Encoding.UTF8.GetBytes(new string('[', Megabyte)), [0xff, 0xfe, 0x00] })
        {
            var inbound = await run.ReceiveAsync(genuine with { Method = "POST", Query = [], Body = body });
            Assert.False(inbound.Authentic);
            Assert.Empty(inbound.Facts);
        }
    }

    private static async Task ReplyIsExpected(GatewayRun run)
    {
        await run.PaidAsync();
        foreach (var message in run.TakeCallbacks())
        {
            var reply = (await run.ReceiveAsync(message)).Reply;
            Assert.Equal(run.Adapter.ExpectedReply(message), reply);
        }
    }

    private static async Task BrowserProvesNothing(GatewayRun run)
    {
        await run.PaidAsync();
        var inbound = await run.ReceiveAsync(run.FirstCallback() with { Kind = InboundKind.BrowserReturn });
        Assert.Empty(inbound.Facts);
    }

    // As a host settles: what has succeeded stays so, and everything else gives way to what is more.
    private static async Task<string> FoldAsync(GatewayRun run, IEnumerable<InboundMessage> messages)
    {
        var state = new SortedDictionary<string, GatewayOutcome>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            foreach (var fact in (await run.ReceiveAsync(message)).Facts)
            {
                var name = $"{fact.Kind} {fact.MerchantReference}";
                var isSettled = state.TryGetValue(name, out var known) && known is Succeeded;
                state[name] = isSettled || (known is Declined && fact.Outcome is not Succeeded) ? known! : fact.Outcome;
            }
        }

        return string.Join('\n', state.Select(entry => $"{entry.Key}: {(entry.Value is Succeeded succeeded ? succeeded.Amount : entry.Value.GetType().Name)}"));
    }
}
