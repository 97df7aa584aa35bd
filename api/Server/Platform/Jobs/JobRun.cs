using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>
/// One attempt at a job under its lease. Whatever the job does to the database it does in one commit, together with the
/// end of the job: when the lease was lost meanwhile, nothing is changed.
/// </summary>
public sealed class JobRun(JobLease lease, IWriter writer)
{
    /// <summary>The job's own, the same at every attempt.</summary>
    public string Id => lease.Id;

    public Id<Merchant> MerchantId => lease.MerchantId;

    public string Key => lease.Key;

    public string Payload => lease.Payload;

    public DateTimeOffset DueAt => lease.DueAt;

    /// <summary>From 1.</summary>
    public int Attempt => lease.Attempt;

    public bool IsCompleted { get; private set; }

    /// <summary>The effect and the end of the job.</summary>
    /// <exception cref="LeaseLostException">Another node has taken the job over.</exception>
    public Task Complete(Func<BillingDb, CancellationToken, Task> effect, CancellationToken cancel) => Complete(Turn.Nobodys, effect, cancel);

    /// <summary>The effect on a customer's money, and the end of the job.</summary>
    /// <exception cref="LeaseLostException">Another node has taken the job over.</exception>
    public Task Complete(Turn turn, Func<BillingDb, CancellationToken, Task> effect, CancellationToken cancel) => CompleteOrPostpone(
        turn,
        async (db, token) =>
        {
            await effect(db, token);
            return null;
        },
        cancel);

    /// <summary>The effect, and the end of the job or, when the effect answers an instant of the job's own clock, the job again at that instant.</summary>
    /// <exception cref="LeaseLostException">Another node has taken the job over.</exception>
    public async Task CompleteOrPostpone(Turn turn, Func<BillingDb, CancellationToken, Task<DateTimeOffset?>> effect, CancellationToken cancel)
    {
        await writer.Write(
            MerchantId,
            turn,
            async (db, token) =>
            {
                await Fence(db, token);
                await End(db, await effect(db, token), token);
                return true;
            },
            cancel);
        IsCompleted = true;
    }

    private async Task Fence(BillingDb db, CancellationToken cancel)
    {
        var held = await Mine(db).ExecuteUpdateAsync(row => row.SetProperty(job => job.LastError, (string?)null), cancel);
        if (held != 1)
        {
            throw new LeaseLostException();
        }
    }

    private async Task End(BillingDb db, DateTimeOffset? again, CancellationToken cancel)
    {
        if (again is not { } dueAt)
        {
            await Mine(db).ExecuteUpdateAsync(row => row.SetProperty(job => job.State, JobState.Done).SetProperty(job => job.LockedBy, (string?)null), cancel);
            return;
        }

        var offset = lease.Clock == JobClock.System ? TimeSpan.Zero : (await db.Merchants.SingleAsync(row => row.Id == MerchantId, cancel)).ClockOffset;
        var runAt = dueAt - offset;
        await Mine(db).ExecuteUpdateAsync(
            row => row
                .SetProperty(job => job.DueAt, dueAt)
                .SetProperty(job => job.RunAt, runAt)
                .SetProperty(job => job.Attempts, 0)
                .SetProperty(job => job.LockedBy, (string?)null)
                .SetProperty(job => job.LockedUntil, DateTimeOffset.UnixEpoch),
            cancel);
    }

    private IQueryable<JobRow> Mine(BillingDb db) =>
        db.Jobs.Where(row => row.Id == lease.Id && row.LockedBy == lease.Holder && row.Attempts == lease.Attempt && row.State == JobState.Waiting);
}

/// <summary>A job that this node may work on until the lease ends.</summary>
public sealed record JobLease(
    string Id, Id<Merchant> MerchantId, string Kind, string Key, string Payload, JobClock Clock, DateTimeOffset DueAt, int Attempt, string Holder);

/// <summary>The job took longer than its lease and belongs to another node now; nothing was changed.</summary>
public sealed class LeaseLostException() : Exception("The job's lease was lost.");

/// <summary>The work is not possible now and is to be tried again; not an error.</summary>
public sealed class TryAgainLaterException(string reason) : Exception(reason);
