using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>Links that work once: to log in, or to set a password. Only the hash of a link's token is kept.</summary>
public sealed class LoginLinks(IdSource ids, Clock clock)
{
    /// <summary>Opens a link and answers its token, which is known from now on only to whom it is given.</summary>
    public string Mint(BillingDb db, Id<Merchant> merchant, SessionKind kind, SessionSubject subject)
    {
        var token = ids.Token();
        var expires = clock.Now() + (kind == SessionKind.PasswordLink ? Limits.PasswordLink : Limits.LoginLink);
        db.Sessions.Add(Session.Open(ids.New<Session>(), merchant, kind, Secrets.Hash(token), subject, expires));
        return token;
    }

    /// <summary>The link of a token while it works, unused; null when it does not.</summary>
    public Task<Session?> Find(BillingDb db, SessionKind kind, string token, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(token), clock.Now());
        return db.Sessions.AsNoTracking().SingleOrDefaultAsync(
            link => link.TokenHash == hash && link.Kind == kind && link.EndedAt == null && link.ExpiresAt > now,
            cancel);
    }

    /// <summary>Uses the link up and answers whom it was for; null when it does not work, or when somebody else has just used it.</summary>
    public async Task<SessionSubject?> Use(BillingDb db, SessionKind kind, string token, CancellationToken cancel)
    {
        if (await Find(db, kind, token, cancel) is not { } link)
        {
            return null;
        }

        var now = clock.Now();
        var used = await db.Sessions
            .Where(row => row.Id == link.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancel);
        return used == 1 ? new SessionSubject(link.LoginId, link.CustomerId, link.Role, link.User) : null;
    }
}
