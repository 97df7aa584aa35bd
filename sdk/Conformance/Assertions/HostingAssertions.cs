using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 49, 50 and 55 to 57: cancellation, many at once, other cultures, languages, the way out.</summary>
internal static class HostingAssertions
{
    private const int Merchants = 5;
    private const int BuyersOfEach = 100;
    private static readonly string[] Languages = ["en", "kk", "ru", "uk"];

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("49 What is cancelled before it is sent was not sent", CancelledBefore),
        new("49 What is cancelled after it was sent is unknown", CancelledAfter),
        new("50 A thousand calls at once for five merchants do not get in each other's way", ManyAtOnce),
        new("55 Another culture writes the same bytes", CultureDoesNotMatter),
        new("57 Nothing is called but the hosts of the manifest", OnlyDeclaredHosts),
        new("56 The name is there in all our languages", NamesAreThere),
    ];

    private static async Task CancelledBefore(GatewayRun run)
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        Assert.Equal(NotSentKind.Cancelled, Outcome.Is<NotSent>(await run.ExecuteAsync(run.NewPayment(), cancel: cancel.Token)).Kind);
        Assert.Empty(run.Stub.Requests);
    }

    private static async Task CancelledAfter(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        run.Stub.Fault = Fault.Silence;
        using var cancel = new CancellationTokenSource();
        var arrived = run.Stub.NextCommandAsync();
        var calling = run.ExecuteAsync(run.NewRefund(payment, paid, 10_000), cancel: cancel.Token);
        await Prompt.AwaitAsync(arrived, "The plugin has sent nothing.");
        await cancel.CancelAsync();
        Assert.Equal(UnknownKind.Timeout, Outcome.Is<Unknown>(await Prompt.AwaitAsync(calling, "The plugin goes on after it was cancelled.")).Kind);
    }

    // Every merchant has a provider of its own: whoever keeps one merchant's settings for another one asks the wrong book.
    private static async Task ManyAtOnce(GatewayRun run)
    {
        var merchants = new List<GatewayRun>();
        try
        {
            for (var number = 0; number < Merchants; number++)
            {
                merchants.Add(new GatewayRun(run.Gateway, await run.NewAdapterAsync()));
            }

            await Task.WhenAll(merchants.SelectMany(merchant => Enumerable.Range(0, BuyersOfEach).Select(number => Task.Run(() => BuyAsync(merchant, number)))));
        }
        finally
        {
            foreach (var merchant in merchants)
            {
                await merchant.DisposeAsync();
            }
        }
    }

    private static async Task BuyAsync(GatewayRun merchant, int number)
    {
        var command = merchant.NewPayment(merchant.Adapter.Price with { Minor = merchant.Adapter.Price.Minor + (number * 100) });
        var started = await merchant.ExecuteAsync(command);
        await merchant.BuyAsync(started, command.Key, Buying.Pays);
        Assert.Equal(command.Amount, Outcome.Is<Succeeded>(await merchant.QueryAsync(command, started)).Amount);
    }

    private static async Task CultureDoesNotMatter(GatewayRun run)
    {
        var key = run.NewKey();
        var plain = await WireOfAsync(run, key);
        var odd = await GatewayRun.InOddCultureAsync(() => WireOfAsync(run, key));
        Assert.Equal(plain, odd);
    }

    private static async Task OnlyDeclaredHosts(GatewayRun run)
    {
        var (payment, paid) = await run.PaidAsync();
        await run.ExecuteAsync(run.NewRefund(payment, paid, payment.Amount.Minor));
        foreach (var message in run.TakeCallbacks())
        {
            await run.ReceiveAsync(message);
        }

        await run.Gateway.ProbeAsync(run.Merchant, default);
        Assert.Empty(run.RefusedCalls);
    }

    private static Task NamesAreThere(GatewayRun run)
    {
        Assert.Equal(Languages, run.Card.Titles.Keys.Order());
        return Task.CompletedTask;
    }

    private static async Task<string> WireOfAsync(GatewayRun run, OperationKey key)
    {
        var before = run.Stub.Requests.Count;
        var outcome = await run.ExecuteAsync(run.NewPayment(key: key));
        var form = outcome is ActionNeeded { Action: PostForm { Fields: var fields } } ? string.Join('&', fields) : "";
        return form + string.Join('\n', run.Stub.Requests.Skip(before).Select(request => $"{request.Method} {request.Path}?{request.QueryText} {request.Text}"));
    }
}
