using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>Keeps running due jobs while the server runs: at once while there are any, else after a short pause.</summary>
public sealed partial class JobLoop(JobRunner runner, IdSource ids, TimeProvider time, ILogger<JobLoop> log) : BackgroundService
{
    private const string NodePrefix = "node";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var holder = ids.Text(NodePrefix);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = await RunBatch(holder, stoppingToken);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Answers how long to rest before the next one.</summary>
    private async Task<TimeSpan> RunBatch(string holder, CancellationToken cancel)
    {
        try
        {
            return await runner.RunDue(holder, cancel) > 0 ? TimeSpan.Zero : Limits.JobPoll;
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
