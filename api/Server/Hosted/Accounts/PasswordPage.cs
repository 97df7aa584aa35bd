using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Sets a password by a mailed link and logs in (A3).</summary>
public sealed class PasswordPage(
    MerchantPages merchants, PageWriter pages, BrowserSessions sessions, SetPassword setPassword, LoginLinks logins, Reader reader, IWriter writer) : IPage
{
    private const string Address = "/m/{merchantId}/login/password/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] PasswordPage page, string merchantId, string token, HttpContext context, CancellationToken cancel) => page.Show(merchantId, token, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] PasswordPage page, string merchantId, string token, HttpContext context, CancellationToken cancel) => page.Set(merchantId, token, context, cancel))
            .RequireRateLimiting(RateLimits.Logins);
    }

    public async Task<IResult> Show(string merchantId, string token, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        return await EmailOf(visit, token, cancel) is { } email
            ? await Write(visit, context, email, error: null, cancel)
            : Results.StatusCode(StatusCodes.Status410Gone);
    }

    public async Task<IResult> Set(string merchantId, string token, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        if (await EmailOf(visit, token, cancel) is not { } email)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        var password = (await PageForm.Read(context, cancel))["password"];
        if (password.Length is < Limits.PasswordLength or > Limits.PasswordMaximumLength)
        {
            return await Write(visit, context, email, visit.Texts.Text("problems.login.weak", ("count", $"{Limits.PasswordLength}")), cancel);
        }

        var call = new Call(new Caller { Kind = CallerKind.Page, MerchantId = visit.Merchant.Id });
        return await setPassword.Handle(new SetPasswordRequest { Token = token, Password = password }, call, cancel) is Answer<LoginView> { Refusal: null }
            ? await LogIn(visit, email, context, cancel)
            : Results.StatusCode(StatusCodes.Status410Gone);
    }

    private async Task<IResult> LogIn(Visit visit, string email, HttpContext context, CancellationToken cancel)
    {
        var session = await writer.Write(
            visit.Merchant.Id,
            async (db, token) =>
            {
                var login = await db.Logins.SingleAsync(row => row.Email == email, token);
                return sessions.Open(db, visit.Merchant.Id, new SessionSubject(login.Id, CustomerId: null, default, User: null));
            },
            cancel);
        BrowserSessions.SetCookie(context, visit.Merchant, session);
        return new SeeOther(Links.AccountPath(visit.Merchant.Id));
    }

    /// <summary>Whose password the link sets, while it works.</summary>
    private Task<string?> EmailOf(Visit visit, string token, CancellationToken cancel) => reader.Read(visit.Merchant.Id, async db =>
        await logins.Find(db, SessionKind.PasswordLink, token, cancel) is { LoginId: { } login }
            ? await db.Logins.Where(row => row.Id == login).Select(row => row.Email).SingleAsync(cancel)
            : null);

    private async Task<IResult> Write(Visit visit, HttpContext context, string email, string? error, CancellationToken cancel)
    {
        var data = new { Action = context.Request.Path.ToUriComponent(), Email = email, Error = error, MinimumLength = Limits.PasswordLength, MaximumLength = Limits.PasswordMaximumLength };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit, "password", data, new PageOptions { Status = status }, cancel);
    }
}
