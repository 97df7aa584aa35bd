using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BillingHeadless.Tests.Api.Jobs;

/// <summary>Background work of one merchant is not held up by another's.</summary>
public sealed class JobLoopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_job_that_waits_for_a_slow_provider_holds_up_nobody_elses(DatabaseKind kind)
    {
        var provider = new SlowProvider();
        await using var server = new RunningServer(kind) { Replace = services => Add(services, provider) };
        await server.InitializeAsync();
        var slow = await TestMerchant.Create(server);
        var quick = await TestMerchant.Create(server);

        await Plan(server, slow, AskSlowProvider.Kind);
        await provider.Asked.Task.WaitAsync(Patience);
        await Plan(server, quick, AskQuickProvider.Kind);
        await provider.QuickAnswered.Task.WaitAsync(Patience);

        Assert.False(provider.Answered.Task.IsCompleted);
        provider.Answered.SetResult();
    }

    private static void Add(IServiceCollection services, SlowProvider provider)
    {
        services.AddSingleton(provider);
        services.AddJob<AskSlowProvider>();
        services.AddJob<AskQuickProvider>();
    }

    private static Task Plan(RunningServer server, TestMerchant merchant, string kind)
    {
        var id = Id<Merchant>.Parse(merchant.Id)!.Value;
        var draft = new JobDraft(id, kind, merchant.Id, server.Time.GetUtcNow(), JobClock.System);
        return server.Get<IWriter>().Write(
            id,
            (db, _) =>
            {
                db.Outbox.Plan(draft);
                return Task.FromResult(true);
            },
            CancellationToken.None);
    }

    /// <summary>Answers only when the test says so.</summary>
    private sealed class SlowProvider
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource QuickAnswered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class AskSlowProvider(SlowProvider provider) : IJob
    {
        public static string Kind => "test.ask_slow_provider";

        public async Task Run(JobRun run, CancellationToken cancel)
        {
            provider.Asked.TrySetResult();
            await provider.Answered.Task.WaitAsync(cancel);
            await run.Complete((_, _) => Task.CompletedTask, cancel);
        }
    }

    private sealed class AskQuickProvider(SlowProvider provider) : IJob
    {
        public static string Kind => "test.ask_quick_provider";

        public async Task Run(JobRun run, CancellationToken cancel)
        {
            await run.Complete((_, _) => Task.CompletedTask, cancel);
            provider.QuickAnswered.TrySetResult();
        }
    }
}
