using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Shows an act as overdue from the midnight after its term, when it has not been sent by then (A9). A later sending still counts.</summary>
public sealed class MarkActOverdue : IJob
{
    /// <summary>Comes last among the jobs of one midnight (ruling 10).</summary>
    public static string Kind => "reminder.actOverdue";

    public static JobDraft For(Document act) => new(act.MerchantId, Kind, act.Id.Value, act.DueAt, JobClock.Merchant);

    public Task Run(JobRun run, CancellationToken cancel) => run.Complete(
        async (db, token) =>
        {
            var id = new Id<Document>(run.Key);
            var act = await db.Documents.SingleAsync(row => row.Id == id, token);
            if (act.CanBecome(DocumentStatus.Overdue))
            {
                act.BecomeOverdue();
                db.Outbox.Announce(new EventDraft(EventTypes.ActOverdue, run.DueAt, () => DocumentEvent.Of(act)));
            }
        },
        cancel);
}
