using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>Hands out due jobs to nodes, each for the time of a lease; takes failed ones back for another try.</summary>
public sealed class JobLeases(IWriter writer, JobClaim claim, Clock clock)
{
    /// <summary>Due jobs of all merchants, the oldest first, so many at most.</summary>
    public Task<IReadOnlyList<JobLease>> Claim(string holder, int count, CancellationToken cancel) => writer.Write(
        default, (db, token) => claim.Take(db, holder, clock.Now(), count, token), cancel);

    /// <summary>The next merchant-time job of one merchant that is due at an instant of its clock.</summary>
    public async Task<JobLease?> ClaimNext(Id<Merchant> merchant, DateTimeOffset until, string holder, CancellationToken cancel) =>
        (await writer.Write(merchant, (db, token) => claim.TakeNext(db, merchant, until, holder, clock.Now(), token), cancel)).SingleOrDefault();

    /// <summary>Notes what went wrong, and when the job is tried again; after the last try a person must look.</summary>
    public Task GiveBack(JobLease lease, Exception failure, CancellationToken cancel) => writer.Write(
        lease.MerchantId,
        (db, token) =>
        {
            var state = lease.Attempt >= Limits.JobAttempts && failure is not TryAgainLaterException ? JobState.Failed : JobState.Waiting;
            var restsUntil = clock.Now() + DelayAfter(lease.Attempt);
            var error = failure.Message.Length > Limits.JobErrorLength ? failure.Message[..Limits.JobErrorLength] : failure.Message;
            return db.Jobs
                .Where(row => row.Id == lease.Id && row.LockedBy == lease.Holder && row.Attempts == lease.Attempt)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(job => job.State, state)
                        .SetProperty(job => job.LastError, error)
                        .SetProperty(job => job.LockedBy, (string?)null)
                        .SetProperty(job => job.LockedUntil, restsUntil),
                    token);
        },
        cancel);

    private static TimeSpan DelayAfter(int attempt)
    {
        var delay = Limits.JobFirstRetry;
        for (var i = 1; i < attempt && delay < Limits.JobLastRetry; i++)
        {
            delay *= 2;
        }

        return delay < Limits.JobLastRetry ? delay : Limits.JobLastRetry;
    }
}
