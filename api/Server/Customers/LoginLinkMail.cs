using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Customers;

/// <summary>Lets somebody in without a password.</summary>
public sealed class LoginLinkMail(LinkMail mail, Links links) : IJob
{
    public static string Kind => LoginMails.LoginLinkKind;

    public Task Run(JobRun run, CancellationToken cancel) =>
        mail.Send(run, new LinkLetter(SessionKind.LoginLink, Limits.LoginLink, "mail.loginLink", links.LoginLink), cancel);
}
