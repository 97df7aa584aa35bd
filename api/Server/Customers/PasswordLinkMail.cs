using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Customers;

/// <summary>Invites somebody who has just been registered to set a password (A3).</summary>
public sealed class PasswordLinkMail(LinkMail mail, Links links) : IJob
{
    public static string Kind => LoginMails.PasswordLinkKind;

    public Task Run(JobRun run, CancellationToken cancel) =>
        mail.Send(run, new LinkLetter(SessionKind.PasswordLink, Limits.PasswordLink, "mail.passwordLink", links.PasswordLink), cancel);
}
