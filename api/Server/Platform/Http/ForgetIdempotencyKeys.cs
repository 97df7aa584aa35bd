using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Deletes the keys that have expired, of all merchants, in bounded batches: most keys are never used again, and nothing else would make them go.</summary>
public sealed class ForgetIdempotencyKeys(Clock clock) : IJob
{
    public static string Kind => "idempotencyKeys.forget";

    /// <summary>The one of the installation; from its first run on it goes on by itself.</summary>
    public static JobDraft First(DateTimeOffset systemNow) =>
        new(Caller.Operator, Kind, Kind, systemNow + Limits.IdempotencyKeysForgotten, JobClock.System);

    public Task Run(JobRun run, CancellationToken cancel) => run.CompleteOrPostpone(
        Turn.Nobodys,
        async (db, token) =>
        {
            var now = clock.Now();
            var areMore = await Forget(db.IdempotencyKeys.IgnoreQueryFilters().Where(row => row.ExpiresAt <= now), token);
            return areMore ? now : now + Limits.IdempotencyKeysForgotten;
        },
        cancel);

    /// <summary>Deletes one batch, the oldest first; answers whether there may be more.</summary>
    private static async Task<bool> Forget(IQueryable<IdempotencyRow> expired, CancellationToken cancel)
    {
        var lastOfBatch = await expired
            .OrderBy(row => row.ExpiresAt)
            .Skip(Limits.IdempotencyKeysForgottenAtOnce - 1)
            .Select(row => (DateTimeOffset?)row.ExpiresAt)
            .FirstOrDefaultAsync(cancel);
        await expired.Where(row => lastOfBatch == null || row.ExpiresAt <= lastOfBatch).ExecuteDeleteAsync(cancel);
        return lastOfBatch is not null;
    }
}
