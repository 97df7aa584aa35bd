using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>A link that works once, on its way to a login's e-mail.</summary>
public sealed record LinkLetter(SessionKind Kind, TimeSpan Lifetime, string Template, Func<Id<Merchant>, string, string> Link);

/// <summary>
/// Sends a link that works once. The token is made here and stands in the mail alone: its hash is stored first, so that the
/// link works as soon as it is read. A second attempt sends a link of its own.
/// </summary>
public sealed class LinkMail(Reader reader, IWriter writer, MerchantMail mail, LoginLinks links)
{
    public async Task Send(JobRun run, LinkLetter letter, CancellationToken cancel)
    {
        var loginId = new Id<Login>(run.Payload);
        var (merchant, login) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel),
            await db.Logins.SingleAsync(row => row.Id == loginId, cancel)));
        var subject = new SessionSubject(login.Id, CustomerId: null, default, User: null);
        var token = await writer.Write(run.MerchantId, (db, _) => Task.FromResult(links.Mint(db, run.MerchantId, letter.Kind, subject)), cancel);
        var language = LanguageCode.Parse(login.Locale);
        var data = new Dictionary<string, object?>
        {
            ["email"] = login.Email,
            ["url"] = letter.Link(merchant.Id, token),
            ["days"] = PeriodText.Days(letter.Lifetime.Days, language),
        };
        await mail.Send(merchant, new MailDraft { JobId = run.Id, Template = letter.Template, Language = language, To = login.Email, Data = data }, cancel);
        await run.Complete((_, _) => Task.CompletedTask, cancel);
    }
}
