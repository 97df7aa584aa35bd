using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>
/// One attempt at a job under its lease. Whatever the job does to the database it does in <see cref="Complete"/>, at most
/// once: when the lease was lost meanwhile, nothing is changed.
/// </summary>
public sealed class JobRun(JobLease lease, IWriter writer)
{
    public Id<Merchant> MerchantId => lease.MerchantId;

    public string Key => lease.Key;

    public string Payload => lease.Payload;

    public DateTimeOffset DueAt => lease.DueAt;

    /// <summary>From 1.</summary>
    public int Attempt => lease.Attempt;

    public bool IsCompleted { get; private set; }

    /// <summary>The effect and the end of the job in one commit.</summary>
    /// <exception cref="LeaseLostException">Another node has taken the job over.</exception>
    public async Task Complete(Func<BillingDb, CancellationToken, Task> effect, CancellationToken cancel)
    {
        await writer.Write(
            MerchantId,
            async (db, token) =>
            {
                await End(db, token);
                await effect(db, token);
                return true;
            },
            cancel);
        IsCompleted = true;
    }

    /// <summary>The effect in one commit, and the job again at a later instant of its own clock.</summary>
    public async Task Postpone(DateTimeOffset dueAt, DateTimeOffset runAt, Func<BillingDb, CancellationToken, Task> effect, CancellationToken cancel)
    {
        await writer.Write(
            MerchantId,
            async (db, token) =>
            {
                Fence(await Mine(db).ExecuteUpdateAsync(
                    row => row
                        .SetProperty(job => job.DueAt, dueAt)
                        .SetProperty(job => job.RunAt, runAt)
                        .SetProperty(job => job.Attempts, 0)
                        .SetProperty(job => job.LockedBy, (string?)null)
                        .SetProperty(job => job.LockedUntil, DateTimeOffset.UnixEpoch),
                    token));
                await effect(db, token);
                return true;
            },
            cancel);
        IsCompleted = true;
    }

    private async Task End(BillingDb db, CancellationToken cancel) => Fence(await Mine(db).ExecuteUpdateAsync(
        row => row.SetProperty(job => job.State, JobState.Done).SetProperty(job => job.LockedBy, (string?)null),
        cancel));

    private IQueryable<JobRow> Mine(BillingDb db) =>
        db.Jobs.Where(row => row.Id == lease.Id && row.LockedBy == lease.Holder && row.Attempts == lease.Attempt && row.State == JobState.Waiting);

    private static void Fence(int rows)
    {
        if (rows != 1)
        {
            throw new LeaseLostException();
        }
    }
}

/// <summary>A job that this node may work on until the lease ends.</summary>
public sealed record JobLease(
    string Id, Id<Merchant> MerchantId, string Kind, string Key, string Payload, JobClock Clock, DateTimeOffset DueAt, int Attempt, string Holder);

/// <summary>The job took longer than its lease and belongs to another node now; nothing was changed.</summary>
public sealed class LeaseLostException() : Exception("The job's lease was lost.");
