namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>
/// Work of one kind. It may be begun several times and takes effect once: the effect and the mark "done" are one commit,
/// fenced by the lease.
/// </summary>
public interface IJob
{
    static abstract string Kind { get; }

    Task Run(JobRun run, CancellationToken cancel);
}
