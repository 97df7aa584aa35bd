using BillingHeadless.Plugins.Hosting;
using BillingHeadless.SandboxProvider;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>
/// The real server with nothing happening by itself: jobs run when the test says so, time moves when the test moves it, and the
/// mounted sandbox provider sends no callback, so that the test delivers it, or does not.
/// </summary>
public class SteppedServer : RunningServer
{
    private const string Holder = "test";
    private const int MostBatches = 1_000;

    /// <summary>How long the provider plays dead: it then says itself that there is no answer, which is as good as none.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(50);

    public SteppedServer(DatabaseKind kind)
        : base(kind) => Replace = services =>
        {
            foreach (var loop in new[] { typeof(JobLoop), typeof(PluginLoop) })
            {
                services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == loop));
            }

            var provider = services.Select(service => service.ImplementationInstance).OfType<SandboxProviderOptions>().Last();
            services.AddSingleton(provider with { Silence = Silence, CallbackDelivery = CallbackDelivery.None });
            services.AddSingleton<SteppedRun>();
            services.AddSingleton<IOutgoingCallObserver>(new Watch(this));
        };

    /// <summary>Told before a plugin's call leaves; a test may hold it up.</summary>
    public Action<OutgoingCall> BeforeCall { get; set; } = _ => { };

    /// <summary>Told when the answer to a plugin's call has come, before anybody has read it.</summary>
    public Action<OutgoingCall> AfterCall { get; set; } = _ => { };

    /// <summary>Runs all jobs that are due now, and those that they make due.</summary>
    public async Task RunJobs()
    {
        for (var batch = 0; await Get<JobRunner>().RunDue(Holder, CancellationToken.None) > 0; batch++)
        {
            Assert.True(batch < MostBatches, "Jobs keep falling due without end.");
        }
    }

    private sealed class Watch(SteppedServer server) : IOutgoingCallObserver
    {
        public void Before(OutgoingCall call) => server.BeforeCall(call);

        public void After(OutgoingCall call) => server.AfterCall(call);
    }
}

public sealed class SteppedOnSqlite() : SteppedServer(DatabaseKind.Sqlite);

public sealed class SteppedOnPostgres() : SteppedServer(DatabaseKind.Postgres);
