using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs;
using BillingHeadless.Tests.ProviderStubs.Wire;

namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>Assertions 6, 49, 50, 55 and 56: cancellation, many at once, other cultures, languages.</summary>
public static class HostingScenarios
{
    private const int ManyBuyers = 50;
    private static readonly string[] Languages = ["en", "kk", "ru", "uk"];

    public static IEnumerable<GatewayScenario> All =>
    [
        new("06 The card is the same every time", CardIsPure),
        new("49 What is cancelled before it is sent was not sent", CancelledBefore),
        new("49 What is cancelled after it was sent is unknown", CancelledAfter),
        new("50 Many buyers at once do not get in each other's way", ManyAtOnce),
        new("55 Another culture writes the same bytes", CultureDoesNotMatter),
        new("56 The name is there in all our languages", NamesAreThere),
    ];

    private static Task CardIsPure(ScenarioRun run)
    {
        var (first, second) = (run.Gateway.Describe(), run.Gateway.Describe());
        Assert.Equal(Text(first), Text(second));
        Assert.Empty(run.Stub.Requests);
        return Task.CompletedTask;
    }

    private static async Task CancelledBefore(ScenarioRun run)
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        Assert.Equal(NotSentKind.Cancelled, Assert.IsType<NotSent>(await run.ExecuteAsync(run.NewPayment(), cancel: cancel.Token)).Kind);
        Assert.Empty(run.Stub.Requests);
    }

    private static async Task CancelledAfter(ScenarioRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        run.Stub.Fault = Fault.Silence;
        using var cancel = new CancellationTokenSource();
        var arrived = run.Stub.NextCommandAsync();
        var calling = run.ExecuteAsync(run.NewRefund(payment, paid, 10_000), cancel: cancel.Token);
        await arrived.WaitAsync(ScenarioRun.Patience);
        await cancel.CancelAsync();
        Assert.Equal(UnknownKind.Timeout, Assert.IsType<Unknown>(await calling.WaitAsync(ScenarioRun.Patience)).Kind);
    }

    private static async Task ManyAtOnce(ScenarioRun run)
    {
        var commands = Enumerable.Range(0, ManyBuyers).Select(number => run.NewPayment(run.Adapter.Price with { Minor = run.Adapter.Price.Minor + (number * 100) })).ToList();
        var paid = await Task.WhenAll(commands.Select(command => Task.Run(async () =>
        {
            var started = await run.ExecuteAsync(command, run.HostWith(merchantId: $"mer_{command.Key.MerchantReference}"));
            await run.Adapter.BuyAsync(started, command.Key, Buying.Pays);
            return await run.QueryAsync(command, started);
        })));
        Assert.All(commands.Zip(paid), pair => Assert.Equal(pair.First.Amount, Assert.IsType<Succeeded>(pair.Second).Amount));
    }

    private static async Task CultureDoesNotMatter(ScenarioRun run)
    {
        var key = run.NewKey();
        var plain = await WireOfAsync(run, key);
        var odd = await ScenarioRun.InOddCultureAsync(() => WireOfAsync(run, key));
        Assert.Equal(plain, odd);
    }

    private static Task NamesAreThere(ScenarioRun run)
    {
        Assert.Equal(Languages, run.Card.Titles.Keys.Order());
        return Task.CompletedTask;
    }

    private static async Task<string> WireOfAsync(ScenarioRun run, OperationKey key)
    {
        var before = run.Stub.Requests.Count;
        var outcome = await run.ExecuteAsync(run.NewPayment(key: key));
        var form = outcome is ActionNeeded { Action: PostForm { Fields: var fields } } ? string.Join('&', fields) : "";
        return form + string.Join('\n', run.Stub.Requests.Skip(before).Select(request => $"{request.Method} {request.Path}?{request.QueryText} {request.Text}"));
    }

    private static string Text(GatewayCard card) => string.Join('|', card.Titles) + string.Join('|', card.Currencies) + string.Join('|', card.PageHosts) + card.Refunds + card.Reference;
}
