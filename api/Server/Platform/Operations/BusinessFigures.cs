using System.Globalization;
using System.Text;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Operations;

/// <summary>Figures of the whole installation, read when they are asked for: what waits, and for how long (design rule 5).</summary>
public sealed class BusinessFigures(Reader reader, Clock clock)
{
    public Task<string> Write(CancellationToken cancel) => reader.Read(default, async db =>
    {
        var now = clock.Now();
        var unknown = db.Payments.IgnoreQueryFilters().Where(payment => payment.Status == PaymentStatus.Unknown);
        var oldest = await unknown.OrderBy(payment => payment.SentAt).Select(payment => (DateTimeOffset?)payment.SentAt).FirstOrDefaultAsync(cancel);
        var jobs = db.Jobs.IgnoreQueryFilters();
        var due = jobs.Where(job => job.State == JobState.Waiting && job.RunAt <= now);
        var oldestJob = await due.OrderBy(job => job.RunAt).Select(job => (DateTimeOffset?)job.RunAt).FirstOrDefaultAsync(cancel);

        var text = new StringBuilder();
        Add(text, "billing_unknown_payments", "Payments of which nobody knows yet whether the money has moved.", await unknown.CountAsync(cancel));
        Add(text, "billing_oldest_unknown_payment_seconds", "Since when the oldest of them was begun; 0 when there is none.", SecondsSince(oldest, now));
        Add(text, "billing_payments_for_a_person", "Payments that nobody asks about by itself any more.", await db.Payments.IgnoreQueryFilters().CountAsync(payment => payment.NeedsPerson, cancel));
        Add(text, "billing_jobs_due", "Jobs whose time has come and that wait to be run.", await due.CountAsync(cancel));
        Add(text, "billing_oldest_due_job_seconds", "For how long the oldest of them has been due; 0 when there is none.", SecondsSince(oldestJob, now));
        Add(text, "billing_jobs_failed", "Jobs that were tried as often as allowed: a person must look.", await jobs.CountAsync(job => job.State == JobState.Failed, cancel));
        return text.ToString();
    });

    private static long SecondsSince(DateTimeOffset? instant, DateTimeOffset now) => instant is { } then && then > DateTimeOffset.UnixEpoch ? (long)(now - then).TotalSeconds : 0;

    private static void Add(StringBuilder text, string name, string help, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
}
