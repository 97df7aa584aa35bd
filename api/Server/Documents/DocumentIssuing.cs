using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Keeps a document's file and issues it: the last commit of three steps, the same for the job and for a request.</summary>
public sealed class DocumentIssuing(Clock clock)
{
    /// <summary>Keeps the file, once. False when there is none yet.</summary>
    public async Task<bool> Keep(BillingDb db, Document document, Printed printed, CancellationToken cancel)
    {
        if (await db.DocumentFiles.AnyAsync(file => file.DocumentId == document.Id, cancel))
        {
            return true;
        }

        var now = clock.NowOf(await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel));
        if (printed.Waits is { } reason)
        {
            DocumentFreezing.Wait(db, document, reason, now);
            return false;
        }

        db.DocumentFiles.Add(DocumentFile.Keep(document, document.Format, printed.MediaType, printed.Content));
        document.Issue();
        Announce(db, document, now);
        return true;
    }

    /// <summary>An act goes to whom it is made out by itself (A9); what else was asked for is sent when that is asked for.</summary>
    private static void Announce(BillingDb db, Document document, DateTimeOffset now)
    {
        if (document.Kind == DocumentKind.Act)
        {
            db.Outbox.Announce(new EventDraft(EventTypes.ActIssued, now, () => DocumentEvent.Of(document)));
            MailTo(db, document, now);
        }
    }

    /// <summary>Somebody without an e-mail gets it when <c>sendDocument</c> names one.</summary>
    private static void MailTo(BillingDb db, Document document, DateTimeOffset now)
    {
        if (document.Email.Length > 0)
        {
            db.Outbox.Plan(DocumentMail.For(document, now));
        }
    }
}
