using BillingHeadless.Domain.Kernel;

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
            if (await RunBatch(holder, stoppingToken) == 0)
            {
                await Task.Delay(Limits.JobPoll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RunBatch(string holder, CancellationToken cancel)
    {
        try
        {
            return await runner.RunDue(holder, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogUnavailable(log, exception);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due jobs could not be read; they will be as soon as the database answers.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
