using System.Diagnostics;
using System.Reflection;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>
/// What the host adds to a call: lease, place, breaker, budget, a client of its own, the copied answer. The same method of the same gateway
/// is called both ways; it answers at once, without the network, since the merchant is a live one.
/// </summary>
/// <param name="ThroughHost">One call by the host, on average.</param>
/// <param name="Direct">The same call on an object of the gateway's class.</param>
public sealed record CallCost(TimeSpan ThroughHost, TimeSpan Direct)
{
    private const int Calls = 20_000;

    private static readonly GatewayQuery Query = new() { Key = new OperationKey { IdempotencyKey = "key", MerchantReference = "reference" }, Kind = OperationKind.Payment };

    public static async Task<CallCost> Measure()
    {
        var catalogue = await PluginCatalogue.LoadAsync(Path.GetDirectoryName(SandboxVersions.Shipped)!, new PluginLoader(TimeProvider.System), default);
        var slot = catalogue.Find(Path.GetFileName(SandboxVersions.Shipped))!;
        using var egress = new PluginEgress();
        var caller = new PluginCaller(egress, TimeProvider.System);
        var scope = new PluginScope
        {
            MerchantId = "mer_1",
            TestMode = false,
            Settings = new Dictionary<string, string>(),
            Clock = TimeProvider.System,
            Log = new NoLog(),
            Budget = TimeSpan.FromSeconds(15),
        };
        var manifest = slot.Current!.Manifest;
        var type = Assembly.LoadFrom(Path.Combine(SandboxVersions.Shipped, manifest.Assembly)).GetType(manifest.EntryType)!;
        await using var gateway = (IPaymentGateway)Activator.CreateInstance(type)!;
        using var host = new BareHost();
        return new CallCost(
            await Average(async () => await caller.CallAsync<IPaymentGateway, GatewayOutcome>(slot, scope, (port, lent, cancel) => port.QueryAsync(Query, lent, cancel), default)),
            await Average(async () => await gateway.QueryAsync(Query, host, default)));
    }

    private static async Task<TimeSpan> Average(Func<Task> call)
    {
        await Repeat(call);
        var clock = Stopwatch.StartNew();
        await Repeat(call);
        return clock.Elapsed / Calls;
    }

    private static async Task Repeat(Func<Task> call)
    {
        for (var at = 0; at < Calls; at++)
        {
            await call();
        }
    }

    private sealed class NoLog : IPluginLog
    {
        public void Information(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }

    private sealed class BareHost : IPluginHost, IDisposable
    {
        public string MerchantId => "mer_1";

        public bool TestMode => false;

        public PluginSettings Settings { get; } = new(new Dictionary<string, string>());

        public HttpClient Http { get; } = new();

        public TimeProvider Clock => TimeProvider.System;

        public IPluginLog Log { get; } = new NoLog();

        public TimeSpan Budget { get; } = TimeSpan.FromSeconds(15);

        public void Dispose() => Http.Dispose();
    }
}
