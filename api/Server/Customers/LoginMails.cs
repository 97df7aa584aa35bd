using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Customers;

/// <summary>Mails with a link that works once. The link's token is made when the mail is sent and is kept nowhere else.</summary>
public static class LoginMails
{
    public const string PasswordLinkKind = "mail.passwordLink";
    public const string LoginLinkKind = "mail.loginLink";

    /// <summary>Invites a buyer who has just been registered to set a password.</summary>
    public static void PlanInvitation(BillingDb db, Login login, IdSource ids) => Plan(db, PasswordLinkKind, login, ids);

    public static void PlanLoginLink(BillingDb db, Login login, IdSource ids) => Plan(db, LoginLinkKind, login, ids);

    private static void Plan(BillingDb db, string kind, Login login, IdSource ids) =>
        db.Outbox.Plan(new JobDraft(login.MerchantId, kind, ids.Text("mail"), DateTimeOffset.UnixEpoch, JobClock.System) { Payload = login.Id.Value });
}
