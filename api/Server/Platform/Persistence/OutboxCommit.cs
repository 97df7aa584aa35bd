using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>The last statements of every write, always in the same order: jobs, numbers by series, events, the stored answer, all rows.</summary>
public sealed class OutboxCommit(IdSource ids, Clock clock)
{
    public async Task Complete(BillingDb db, CancellationToken cancel)
    {
        await PlanJobs(db, cancel);
        await GiveNumbers(db, cancel);
        await WriteEvents(db, cancel);
        foreach (var word in db.Outbox.LastWords)
        {
            word(db);
        }

        await db.SaveChangesAsync(cancel);
        db.Outbox.Clear();
    }

    private async Task PlanJobs(BillingDb db, CancellationToken cancel)
    {
        foreach (var draft in db.Outbox.Jobs)
        {
            await JobRow.Insert(db, draft, ids, await OffsetOf(db, draft, cancel), cancel);
        }
    }

    private static async Task<TimeSpan> OffsetOf(BillingDb db, JobDraft draft, CancellationToken cancel) =>
        draft.Clock == JobClock.System || await db.Merchants.FindAsync([draft.MerchantId], cancel) is not { } merchant ? TimeSpan.Zero : merchant.ClockOffset;

    private static async Task GiveNumbers(BillingDb db, CancellationToken cancel)
    {
        foreach (var series in db.Outbox.Numbers.GroupBy(number => number.Series).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var wanted = series.ToList();
            var last = await CounterRow.Take(db, db.Merchant, series.Key, wanted.Count, cancel);
            for (var i = 0; i < wanted.Count; i++)
            {
                wanted[i].Give(last - wanted.Count + 1 + i);
            }
        }
    }

    private async Task WriteEvents(BillingDb db, CancellationToken cancel)
    {
        var drafts = db.Outbox.Events;
        if (drafts.Count == 0)
        {
            return;
        }

        var last = await CounterRow.Take(db, db.Merchant, CounterRow.Events, drafts.Count, cancel);
        var sequence = last - drafts.Count;
        foreach (var draft in drafts)
        {
            db.Events.Add(EventRow.Write(ids.Text(EventRow.IdPrefix), db.Merchant, ++sequence, draft, clock.Now()));
        }
    }
}
