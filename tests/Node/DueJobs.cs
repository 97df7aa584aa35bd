using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Tests.Node;

/// <summary>Runs what is due, as the server's own loop does, when the test says so. Crash points on the way are named after the job.</summary>
public sealed class DueJobs(JobLeases leases, JobRunner runner, CrashPoints points, IdSource ids)
{
    private const int MostBatches = 1_000;
    private readonly string holder = ids.Text("node");

    /// <summary>Runs all jobs that are due now, and those that they make due.</summary>
    public async Task Run()
    {
        var step = points.Step;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            points.Step = "due jobs are claimed";
            var claimed = await leases.Claim(holder, Limits.JobsPerClaim, CancellationToken.None);
            if (claimed.Count == 0)
            {
                points.Step = step;
                return;
            }

            foreach (var lease in claimed)
            {
                points.Step = $"the job {lease.Kind} runs";
                await runner.Run(lease, CancellationToken.None);
            }
        }

        throw new InvalidOperationException("Jobs keep falling due without end.");
    }
}
