using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>
/// Who is logged in with this browser: a cookie for each merchant, which no script can read and no other site's form
/// brings along. Only its hash is stored.
/// </summary>
public sealed class BrowserSessions(Reader reader, IdSource ids, Clock clock)
{
    public async Task<Visitor?> Find(HttpContext context, Merchant merchant)
    {
        if (context.Request.Cookies[NameOf(merchant)] is not { Length: > 0 and <= Limits.TokenLength } token)
        {
            return null;
        }

        var hash = Secrets.Hash(token);
        return await reader.Read(merchant.Id, async db =>
            await db.Sessions.SingleOrDefaultAsync(row => row.TokenHash == hash && row.Kind == SessionKind.Browser) is { } session && session.IsOpenAt(clock.Now())
                ? await Visitor(db, session)
                : null);
    }

    /// <summary>Logs a person in; the cookie is to be set when this is committed.</summary>
    public string Open(BillingDb db, Id<Merchant> merchant, SessionSubject subject)
    {
        var token = ids.Token();
        var lifetime = subject.LoginId is null ? Limits.CustomerToken : Limits.BrowserSession;
        db.Sessions.Add(Session.Open(ids.New<Session>(), merchant, SessionKind.Browser, Secrets.Hash(token), subject, clock.Now() + lifetime));
        return token;
    }

    public async Task End(BillingDb db, Visitor visitor, CancellationToken cancel) =>
        (await db.Sessions.SingleAsync(row => row.Id == visitor.SessionId, cancel)).End(clock.Now());

    public static void SetCookie(HttpContext context, Merchant merchant, string token) => context.Response.Cookies.Append(NameOf(merchant), token, Options(Limits.BrowserSession));

    public static void DropCookie(HttpContext context, Merchant merchant) => context.Response.Cookies.Delete(NameOf(merchant), Options(lifetime: null));

    /// <summary>A person with a login acts for all its customers; one whom the merchant's system has sent acts for that customer alone.</summary>
    private static async Task<Visitor> Visitor(BillingDb db, Session session)
    {
        if (session.LoginId is { } loginId)
        {
            var login = await db.Logins.SingleAsync(row => row.Id == loginId);
            var seats = await db.Memberships
                .Where(row => row.LoginId == loginId)
                .Join(db.Customers, membership => membership.CustomerId, customer => customer.Id, (membership, customer) => new { customer, membership.Role })
                .OrderBy(seat => seat.customer.Id)
                .Take(Limits.CustomerMembers)
                .ToListAsync();
            return new Visitor(session.Id, login.Email, login.Email, [.. seats.Select(seat => Seat.Of(seat.customer, seat.Role))]);
        }

        var customer = await db.Customers.SingleAsync(row => row.Id == session.CustomerId);
        return new Visitor(session.Id, session.User ?? customer.Email ?? "", customer.Email, [Seat.Of(customer, session.Role)]);
    }

    private static string NameOf(Merchant merchant) => $"billing-session-{merchant.Id}";

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
