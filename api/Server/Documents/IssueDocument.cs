using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>
/// Issues a document in three steps: facts and number in one commit, then the file outside any transaction, then the file
/// with the state in another. A crash in between goes on with the frozen facts. What cannot be issued now is tried every day.
/// </summary>
public sealed class IssueDocument(IWriter writer, DocumentFreezing freezing, DocumentPrinting printing, DocumentIssuing issuing, Clock clock) : IJob
{
    private const string Sends = "send";
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public static string Kind => "document.issue";

    public static JobDraft For(Document document, DateTimeOffset now) => new(document.MerchantId, Kind, document.Id.Value, now, JobClock.Merchant);

    /// <summary>Nobody has asked for it: it goes to its buyer as soon as it is issued.</summary>
    public static JobDraft AndSend(Document document, DateTimeOffset now) => For(document, now) with { Payload = Sends };

    /// <summary>Something that documents may have waited for has changed: they are tried now.</summary>
    public static async Task RetryWaiting(BillingDb db, Merchant merchant, DateTimeOffset now, CancellationToken cancel)
    {
        var runAt = now - merchant.ClockOffset;
        await db.Jobs
            .Where(job => job.Kind == Kind && job.State == JobState.Waiting && job.DueAt > now)
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.DueAt, now).SetProperty(row => row.RunAt, runAt), cancel);
    }

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Document>(run.Key);
        var ready = await writer.Write(run.MerchantId, Turn.Of(id), async (db, token) => await freezing.Freeze(db, await Find(db, id, token), token), cancel);
        var printed = ready ? await printing.Print(run.MerchantId, id, cancel) : null;
        if (printed is { IsFault: true } && run.Attempt < Limits.DocumentAttempts)
        {
            throw new TryAgainLaterException(printed.Waits!);
        }

        await run.CompleteOrPostpone(
            Turn.Nobodys,
            async (db, token) =>
            {
                var document = await Find(db, id, token);
                var isDone = document.Status == DocumentStatus.Dropped || (printed is not null && await issuing.Keep(db, document, printed, token));
                if (isDone && run.Payload == Sends && document.Status == DocumentStatus.Issued)
                {
                    db.Outbox.Plan(DocumentMail.For(document, clock.NowOf(await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token))));
                }

                return isDone ? null : run.DueAt + Again;
            },
            cancel);
    }

    private static Task<Document> Find(BillingDb db, Id<Document> id, CancellationToken cancel) => db.Documents.SingleAsync(row => row.Id == id, cancel);
}
