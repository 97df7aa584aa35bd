using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Logs a buyer in by e-mail and password, or mails a link that does.</summary>
public sealed class LoginPage(
    MerchantPages merchants, LoginForms forms, BrowserSessions sessions, SendLoginLink sendLink, LoginThrottle throttle, Reader reader, IWriter writer) : IPage
{
    private const string Address = "/m/{merchantId}/login";
    private const string Sent = "sent";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] LoginPage page, string merchantId, [FromQuery] string? notice, HttpContext context, CancellationToken cancel) => page.Show(merchantId, notice, context, cancel));
        routes.MapPost(Address, ([FromServices] LoginPage page, string merchantId, HttpContext context, CancellationToken cancel) => page.LogIn(merchantId, context, cancel))
            .RequireRateLimiting(RateLimits.Logins);
        routes.MapPost(Address + "/forgotten", ([FromServices] LoginPage page, string merchantId, HttpContext context, CancellationToken cancel) => page.SendLink(merchantId, context, cancel))
            .RequireRateLimiting(RateLimits.Logins);
    }

    public async Task<IResult> Show(string merchantId, string? notice, HttpContext context, CancellationToken cancel) => await merchants.Open(merchantId, context, cancel) switch
    {
        null => Results.NotFound(),
        { Visitor: not null } visit => new SeeOther(Links.AccountPath(visit.Merchant.Id)),
        { } visit => await forms.Show(visit, notice switch { Sent => LoginForms.Notice.LinkSent, LogoutPage.Out => LoginForms.Notice.LoggedOut, _ => LoginForms.Notice.None }, cancel),
    };

    public async Task<IResult> LogIn(string merchantId, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        var form = await PageForm.Read(context, cancel);
        var email = EmailAddress.Parse(form["email"]).Value?.Text ?? "";
        if (throttle.BeforePassword(visit.Merchant.Id, email) is not null)
        {
            return await forms.Show(visit, form["email"], "too_many", StatusCodes.Status429TooManyRequests, cancel);
        }

        var login = await reader.Read(visit.Merchant.Id, db => db.Logins.SingleOrDefaultAsync(row => row.Email == email, cancel));
        if (!Passwords.Match(form["password"], login?.PasswordHash))
        {
            return await forms.Show(visit, form["email"], "wrong", StatusCodes.Status403Forbidden, cancel);
        }

        var subject = new SessionSubject(login!.Id, CustomerId: null, default, User: null);
        var token = await writer.Write(visit.Merchant.Id, (db, _) => Task.FromResult(sessions.Open(db, visit.Merchant.Id, subject)), cancel);
        BrowserSessions.SetCookie(context, visit.Merchant, token);
        return new SeeOther(Links.AccountPath(visit.Merchant.Id));
    }

    /// <summary>Says the same for every e-mail, known or not.</summary>
    public async Task<IResult> SendLink(string merchantId, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        var email = (await PageForm.Read(context, cancel))["email"];
        if (!EmailAddress.Parse(email).IsAccepted)
        {
            return await forms.Show(visit, email, "email", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var call = new Call(new Caller { Kind = CallerKind.Page, MerchantId = visit.Merchant.Id });
        return await sendLink.Handle(new SendLoginLinkRequest { Email = email }, call, cancel) is Answer<SendLoginLinkView> { Refusal: not null }
            ? await forms.Show(visit, email, "too_many", StatusCodes.Status429TooManyRequests, cancel)
            : new SeeOther($"{Links.LoginPath(visit.Merchant.Id)}?notice={Sent}");
    }
}
