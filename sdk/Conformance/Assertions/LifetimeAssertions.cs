using BillingHeadless.Conformance.Provider;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>
/// Assertions 52 to 54: a version goes without a trace, and another one carries on. They come last, since the last of them takes the
/// plugin out of memory that has gone through all the others.
/// </summary>
internal static class LifetimeAssertions
{
    private const int Cycles = 50;
    private const int WarmUp = 5;
    private const long MostGrowth = 10 * 1024 * 1024;

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("54 What was begun before a restart goes on after it", RestartCarriesOn),
        new("54 What the previous version began goes on in this one, and back", PreviousCarriesOn),
        new("53 Fifty times loaded and unloaded leave nothing behind", CyclesLeaveNothing),
        new("52 After all of this the plugin leaves the memory", LeavesMemory),
    ];

    private static async Task RestartCarriesOn(GatewayRun run)
    {
        var restarted = await run.Subject.LoadAnotherAsync();
        try
        {
            await PassOverAsync(run, new HostedGateway(restarted, run.Subject.Caller));
        }
        finally
        {
            await restarted.UnloadAsync(HostingLimits.Dispose, CancellationToken.None);
        }
    }

    private static async Task PreviousCarriesOn(GatewayRun run)
    {
        if (await run.Subject.LoadPreviousAsync() is not { } previous)
        {
            throw new NotApplicableException("No previous version was given.");
        }

        try
        {
            if (!run.Subject.Reading.Package!.Manifest.CanCarryOn(previous.Manifest.Version))
            {
                throw new NotApplicableException($"The manifest does not say that it carries on {previous.Manifest.Version}.");
            }

            var old = new HostedGateway(previous, run.Subject.Caller);
            await PassOverAsync(run, old);
            await using var back = new GatewayRun(old, await run.NewAdapterAsync());
            await PassOverAsync(back, run.Subject.Gateway!);
        }
        finally
        {
            await previous.UnloadAsync(HostingLimits.Dispose, CancellationToken.None);
        }
    }

    // What the one has begun the other ends, with nothing but what the host has kept.
    private static async Task PassOverAsync(GatewayRun run, IPaymentGateway other)
    {
        var command = run.NewPayment();
        var started = await run.ExecuteAsync(command);
        await using var later = new GatewayRun(other, run.Adapter) { KeepsAdapter = true };
        Assert.True(await later.QueryAsync(command, started) is Pending or ActionNeeded, "The payment is lost while the buyer has not come yet.");
        await later.BuyAsync(started, command.Key, Buying.Pays);
        var paid = Outcome.Is<Succeeded>(await later.QueryAsync(command, started));
        Assert.Equal(command.Amount, paid.Amount);
        Assert.True((await later.ReceiveAsync(later.FirstCallback())).Authentic);
        if (run.Card.Refunds != RefundSupport.None)
        {
            var refund = run.NewRefund(command, paid, command.Amount.Minor);
            var begun = await later.ExecuteAsync(refund);
            Outcome.Is<Succeeded>(await run.QueryAsync(refund, begun));
        }
    }

    private static async Task CyclesLeaveNothing(GatewayRun run)
    {
        await CycleAsync(run, WarmUp);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await CycleAsync(run, Cycles);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < MostGrowth, $"{Cycles} times loaded and unloaded have left {growth} bytes behind.");
    }

    private static async Task CycleAsync(GatewayRun run, int times)
    {
        var left = new List<UnloadWatch>();
        for (var time = 0; time < times; time++)
        {
            var plugin = await run.Subject.LoadAnotherAsync();
            var gateway = new HostedGateway(plugin, run.Subject.Caller);
            await gateway.ProbeAsync(run.Merchant, CancellationToken.None);
            left.Add(await plugin.UnloadAsync(HostingLimits.Dispose, CancellationToken.None));
        }

        var alive = 0;
        foreach (var watch in left)
        {
            alive += await watch.IsCollectedAsync(CancellationToken.None) ? 0 : 1;
        }

        Assert.True(alive == 0, $"{alive} of {times} are still in memory.");
    }

    private static async Task LeavesMemory(GatewayRun run)
    {
        var watch = await run.Subject.UnloadAsync();
        Assert.True(watch.DisposeFailure is null, watch.DisposeFailure);
        Assert.True(await watch.IsCollectedAsync(CancellationToken.None), "Something keeps the plugin in memory: a timer, a task that does not end, a registration that was not disposed of, a cache of the framework.");
    }
}
