using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>The last statements of every write, always in the same order: jobs, numbers by series and of events, the stored answer, all rows.</summary>
public sealed class OutboxCommit(IdSource ids, Clock clock)
{
    public async Task Complete(BillingDb db, CancellationToken cancel)
    {
        await PlanJobs(db, cancel);
        await GiveNumbers(db, cancel);
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

    private async Task GiveNumbers(BillingDb db, CancellationToken cancel)
    {
        var series = db.Outbox.Numbers.GroupBy(number => number.Series, StringComparer.Ordinal).ToList();
        var wanted = series.ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        if (db.Outbox.Events.Count > 0)
        {
            wanted.Add(CounterRow.Events, db.Outbox.Events.Count);
        }

        if (wanted.Count == 0)
        {
            return;
        }

        var last = await CounterRow.Take(db, db.Merchant, wanted, cancel);
        foreach (var group in series)
        {
            GiveEach([.. group], last[group.Key]);
        }

        WriteEvents(db, last);
    }

    private static void GiveEach(IReadOnlyList<(string Series, Action<long> Give)> wanted, long last)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            wanted[i].Give(last - wanted.Count + 1 + i);
        }
    }

    private void WriteEvents(BillingDb db, IReadOnlyDictionary<string, long> last)
    {
        var drafts = db.Outbox.Events;
        for (var i = 0; i < drafts.Count; i++)
        {
            var sequence = last[CounterRow.Events] - drafts.Count + 1 + i;
            db.Events.Add(EventRow.Write(ids.Text(EventRow.IdPrefix), db.Merchant, sequence, drafts[i], clock.Now()));
        }
    }
}
