using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>
/// Sends a document to its buyer. In merchant time, so that whether an act was sent in its term does not depend on how
/// fast a test clock is moved.
/// </summary>
public sealed class DocumentMail(Reader reader, MerchantMail mail, Clock clock) : IJob
{
    public static string Kind => "mail.document";

    public static JobDraft For(Document document, DateTimeOffset now) => new(document.MerchantId, Kind, document.Id.Value, now, JobClock.Merchant);

    /// <summary>Once more, perhaps to another address.</summary>
    public static JobDraft Again(Document document, string email, string unique, DateTimeOffset now) =>
        new(document.MerchantId, Kind, $"{document.Id}/{unique}", now, JobClock.Merchant) { Payload = email };

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Document>(run.Key.Split('/')[0]);
        var (merchant, document, file) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel),
            await db.Documents.SingleAsync(row => row.Id == id, cancel),
            await db.DocumentFiles.SingleAsync(row => row.DocumentId == id, cancel)));
        var isSent = await Send(merchant, Draft(run, merchant, document, file), cancel);
        await run.CompleteOrPostpone(
            Turn.Nobodys,
            async (db, token) =>
            {
                if (!isSent)
                {
                    return run.DueAt + Limits.MailPostponed;
                }

                Note(db, await db.Documents.SingleAsync(row => row.Id == id, token), clock.NowOf(merchant));
                return null;
            },
            cancel);
    }

    /// <summary>False when the mail server takes nothing now. Not an error: the job comes again at a later instant of its own clock.</summary>
    private async Task<bool> Send(Merchant merchant, MailDraft draft, CancellationToken cancel)
    {
        try
        {
            await mail.Send(merchant, draft, cancel);
            return true;
        }
        catch (TryAgainLaterException)
        {
            return false;
        }
    }

    private static MailDraft Draft(JobRun run, Merchant merchant, Document document, DocumentFile file)
    {
        var wording = new Wording(LanguageCode.Parse(document.Locale), merchant.Calendar());
        return new MailDraft
        {
            JobId = run.Id,
            Template = "mail.document",
            Language = wording.Language,
            To = run.Payload.Length > 0 ? run.Payload : document.Email,
            Data = TemplateModel.Of(new
            {
                document.Kind,
                Number = document.NumberText,
                Date = wording.Date(document.IssuedOn!.Value),
                Total = wording.Money(document.TotalMinor, document.Currency),
            }),
            Attachments = [new Attachment(DocumentNames.FileOf(document), file.MediaType, file.Content)],
        };
    }

    private static void Note(BillingDb db, Document document, DateTimeOffset now)
    {
        var isFirst = document.SentAt is null;
        document.Send(now);
        if (isFirst && document.Kind == DocumentKind.Act)
        {
            db.Outbox.Announce(new EventDraft(EventTypes.ActSent, now, () => DocumentEvent.Of(document)));
        }
    }
}
