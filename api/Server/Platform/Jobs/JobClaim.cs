using System.Runtime.CompilerServices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>
/// Takes leases on due jobs in one statement. Merchant-time jobs of a merchant whose clock is being moved are left to
/// whoever moves it, so that they run in their order. The engine only adds how a row that another node is taking is passed over;
/// where there is one writer, nothing is.
/// </summary>
public sealed class JobClaim(string passOverLocked)
{
    private const string Returned = "returning id as \"Id\", merchant_id as \"MerchantId\", kind as \"Kind\", key as \"Key\", payload as \"Payload\", clock as \"Clock\", due_at as \"DueAt\", attempts as \"Attempts\", locked_by as \"LockedBy\"";

    /// <summary>For all merchants: this is the engine's own work, fenced by leases.</summary>
    public async Task<IReadOnlyList<JobLease>> Take(BillingDb db, string holder, DateTimeOffset now, int count, CancellationToken cancel)
    {
        var (at, until) = (Instants.ToMicroseconds(now), Instants.ToMicroseconds(now + Limits.JobLease));
        var rows = await db.Database.SqlQuery<ClaimedJob>(FormattableStringFactory.Create(
            $$"""
            update jobs set locked_by = {0}, locked_until = {1}, attempts = attempts + 1
            where id in (
                select id from jobs
                where state = 'Waiting' and run_at <= {2} and locked_until <= {2}
                  and not (clock = 'Merchant' and merchant_id in (select id from merchants where clock_advancing_since > {4}))
                order by run_at, kind, id limit {3} {{passOverLocked}})
            {{Returned}} -- merchant_id: all merchants
            """,
            holder, until, at, count, Instants.ToMicroseconds(now - Limits.ClockCallLease))).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToLease()).OrderBy(lease => lease.DueAt).ThenBy(lease => lease.Kind, StringComparer.Ordinal).ThenBy(lease => lease.Id, StringComparer.Ordinal)];
    }

    /// <summary>The first merchant-time job of one merchant in the order of due instant, kind and id.</summary>
    public async Task<IReadOnlyList<JobLease>> TakeNext(
        BillingDb db, Id<Merchant> merchant, DateTimeOffset dueUntil, string holder, DateTimeOffset now, CancellationToken cancel)
    {
        var (at, until, due) = (Instants.ToMicroseconds(now), Instants.ToMicroseconds(now + Limits.JobLease), Instants.ToMicroseconds(dueUntil));
        var rows = await db.Database.SqlQuery<ClaimedJob>(FormattableStringFactory.Create(
            $$"""
            update jobs set locked_by = {0}, locked_until = {1}, attempts = attempts + 1
            where id in (select id from jobs where merchant_id = {2} and state = 'Waiting' and clock = 'Merchant' and due_at <= {3} and locked_until <= {4}
                         order by due_at, kind, id limit 1 {{passOverLocked}})
            {{Returned}}
            """,
            holder, until, merchant.Value, due, at)).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToLease())];
    }

    private sealed record ClaimedJob(
        string Id, string MerchantId, string Kind, string Key, string Payload, string Clock, long DueAt, int Attempts, string LockedBy)
    {
        public JobLease ToLease() => new(
            Id, new Id<Merchant>(MerchantId), Kind, Key, Payload, Enum.Parse<JobClock>(Clock), Instants.FromMicroseconds(DueAt), Attempts, LockedBy);
    }
}
