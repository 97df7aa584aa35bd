using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>
/// Keeps running due jobs while the server runs, several at once: one that waits for a slow provider holds up nobody else's.
/// Looks for more as soon as there is room for a good part of them, else after a short pause.
/// </summary>
public sealed partial class JobLoop(JobLeases leases, JobRunner runner, IdSource ids, TimeProvider time, ILogger<JobLoop> log) : BackgroundService
{
    private const string NodePrefix = "node";

    private readonly List<Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var holder = ids.Text(NodePrefix);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = await Guard(() => StartDue(holder, stoppingToken), stoppingToken);
            await WaitForRoom(rest, stoppingToken);
        }

        await Task.WhenAll(running);
    }

    private async Task StartDue(string holder, CancellationToken cancel)
    {
        var claimed = await leases.Claim(holder, Limits.JobsAtOnce - running.Count, cancel);
        running.AddRange(claimed.Select(lease => Guard(() => runner.Run(lease, cancel), cancel)));
    }

    /// <summary>Half of the room is enough to look again: each look is a statement that writes.</summary>
    private async Task WaitForRoom(TimeSpan rest, CancellationToken cancel)
    {
        var pause = Task.Delay(rest, time, cancel);
        do
        {
            await Task.WhenAny([.. rest > Limits.JobPoll ? [] : running, pause]);
            running.RemoveAll(job => job.IsCompleted);
        }
        while (running.Count > Limits.JobsAtOnce / 2 && !pause.IsCompleted);
    }

    /// <summary>Answers how long to rest before the next look: longer when the database does not answer.</summary>
    private async Task<TimeSpan> Guard(Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work();
            return Limits.JobPoll;
        }
        catch (DatabaseUnavailableException exception) when (!cancel.IsCancellationRequested)
        {
            LogUnavailable(log, exception.Message);
            return Limits.JobPollInOutage;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogFailure(log, exception);
            return Limits.JobPollInOutage;
        }
        catch (OperationCanceledException)
        {
            return Limits.JobPoll;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due jobs wait. {Mend}")]
    private static partial void LogUnavailable(ILogger logger, string mend);

    [LoggerMessage(Level = LogLevel.Error, Message = "Due jobs could not be run; they will be tried again.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
