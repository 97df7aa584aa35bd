using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Troubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>
/// The whole server, composed as ever and never started: no port, no loop, no thread of its own. Calls are calls of Handle, jobs run
/// when they are told to, time is virtual and chance is the seed's.
/// </summary>
internal sealed class BillingEngine : IAsyncDisposable
{
    /// <summary>Nobody is there: the provider's messages are brought by hand.</summary>
    public const string PublicUrl = "https://shop.example";

    private const int MostTries = 10;
    private const int MostBatches = 1_000;

    /// <summary>Longer than a lost answer keeps its Idempotency-Key busy.</summary>
    private static readonly TimeSpan Restarting = TimeSpan.FromSeconds(31);

    private readonly WebApplication app;
    private readonly TestTime time;
    private readonly TroubleMaker troubles;
    private int keys;
    private int lives;

    private BillingEngine(WebApplication app, TestTime time, TroubleMaker troubles) => (this.app, this.time, this.troubles) = (app, time, troubles);

    /// <param name="directory">Its data directory.</param>
    /// <param name="seed">Of its chance.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="troubles">What goes wrong.</param>
    /// <param name="database">The settings of another database than a file in the data directory.</param>
    public static async Task<BillingEngine> Start(string directory, int seed, TestTime time, TroubleMaker troubles, IReadOnlyList<string>? database = null)
    {
        string[] settings =
        [
            "--environment=Production",
            "--Logging:LogLevel:Default=None",
            $"--Billing:DataDirectory={directory}",
            $"--Billing:PublicUrl={PublicUrl}",
            "--Billing:PlatformKey=platform-key-of-the-simulation",
            .. database ?? [],
        ];
        var app = BillingServer.Build(settings, services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<IChance>(new SeededChance(seed));
            services.AddSingleton<ICommitObserver>(troubles);
            services.AddSingleton<IOutgoingCallObserver>(troubles);
            services.AddSingleton<SteppedRun>();
            services.AddSingleton(provider => new PluginCaller(provider.GetRequiredService<PluginEgress>(), new EndlessPatience()));
        });
        await ServerStart.Prepare(app.Services, TextWriter.Null, CancellationToken.None);
        await app.Services.LoadPlugins(CancellationToken.None);
        return new BillingEngine(app, time, troubles);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A caller that hears nothing, because the process has died, asks again under the same Idempotency-Key until it hears something.</summary>
    public async Task<Reply> Ask<TEndpoint>(Caller caller, Func<TEndpoint, Call, CancellationToken, Task<IResult>> operation)
        where TEndpoint : notnull
    {
        var key = $"{Interlocked.Increment(ref keys)}";
        var call = new Call(caller) { IdempotencyKey = $"key-{key}", Fingerprint = key, IpAddress = "203.0.113.7" };
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Live(async alive => await Reply.Of(await operation(Get<TEndpoint>(), call, alive), app.Services)) is { } reply)
            {
                return reply.Status < StatusCodes.Status500InternalServerError
                    ? reply
                    : throw new SimulationFailure($"{typeof(TEndpoint).Name} answered {reply.Status}: {reply.Text}");
            }
        }

        throw new SimulationFailure($"{typeof(TEndpoint).Name} had no answer in {MostTries} tries.");
    }

    /// <summary>A message from outside, which is not asked about again: null when the process died over it.</summary>
    public Task<Reply?> Receive(Func<CancellationToken, Task<IResult>> operation) =>
        Live<Reply>(async alive => await Reply.Of(await operation(alive), app.Services));

    /// <summary>Lets time pass, then runs what has fallen due, and what that makes due.</summary>
    public async Task Pass(TimeSpan span)
    {
        time.Advance(span);
        for (var batch = 0; batch < MostBatches; batch++)
        {
            if (await Live(async alive => new Batch(await Get<JobRunner>().RunDue($"node-{lives}", alive))) is { Jobs: 0 })
            {
                return;
            }
        }

        throw new SimulationFailure($"Jobs keep falling due after {MostBatches} batches.");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Null when the process died: what was not committed is gone, and another one starts a little later.</summary>
    private async Task<T?> Live<T>(Func<CancellationToken, Task<T>> work)
        where T : class
    {
        try
        {
            return await work(troubles.Life);
        }
        catch (Exception) when (troubles.HasDied)
        {
            troubles.Revive();
            time.Advance(Restarting);
            lives++;
            return null;
        }
    }

    private sealed record Batch(int Jobs);
}
