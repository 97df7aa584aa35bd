using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>Runs leased jobs, and says what became of them.</summary>
public sealed partial class JobRunner(JobLeases leases, JobList jobs, IWriter writer, ILogger<JobRunner> log)
{
    /// <summary>Runs one batch of due jobs, one after the other in their order, when its caller pleases; answers how many there were.</summary>
    public async Task<int> RunDue(string holder, CancellationToken cancel)
    {
        var claimed = await leases.Claim(holder, Limits.JobsPerClaim, cancel);
        foreach (var lease in claimed)
        {
            await Run(lease, cancel);
        }

        return claimed.Count;
    }

    /// <summary>Runs one job. A merchant-time job sees its own due instant as now.</summary>
    public async Task<bool> Run(JobLease lease, CancellationToken cancel)
    {
        using var _ = lease.Clock == JobClock.Merchant ? Clock.RunAt(lease.DueAt) : null;
        try
        {
            var run = new JobRun(lease, writer);
            await jobs.Find(lease.Kind).Run(run, cancel);
            return run.IsCompleted ? true : throw new InvalidOperationException($"The job {lease.Kind} ended without being completed.");
        }
        catch (LeaseLostException)
        {
            LogLost(log, lease.Kind, lease.Id);
            return false;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogFailed(log, exception, lease.Kind, lease.Id, lease.Attempt);
            await leases.GiveBack(lease, exception, cancel);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Id} failed at attempt {Attempt} and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string kind, string id, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {Id} was taken over by another node.")]
    private static partial void LogLost(ILogger logger, string kind, string id);
}
