using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>A mailed link that logs in. It works once, and only by its button: programs that look through mails use nothing up.</summary>
public sealed class LoginLinkPage(MerchantPages merchants, PageWriter pages, BrowserSessions sessions, LoginLinks logins, Reader reader, IWriter writer) : IPage
{
    private const string Address = "/m/{merchantId}/login/link/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] LoginLinkPage page, string merchantId, string token, HttpContext context, CancellationToken cancel) => page.Show(merchantId, token, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] LoginLinkPage page, string merchantId, string token, HttpContext context, CancellationToken cancel) => page.LogIn(merchantId, token, context, cancel))
            .RequireRateLimiting(RateLimits.Logins);
    }

    public async Task<IResult> Show(string merchantId, string token, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        return await reader.Read(visit.Merchant.Id, db => logins.Find(db, SessionKind.LoginLink, token, cancel)) is null
            ? Results.StatusCode(StatusCodes.Status410Gone)
            : await pages.Write(visit, "loginLink", new { Action = context.Request.Path.ToUriComponent() }, options: null, cancel);
    }

    public async Task<IResult> LogIn(string merchantId, string token, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { Merchant: var merchant })
        {
            return Results.NotFound();
        }

        var session = await writer.Write(
            merchant.Id,
            async (db, cancelled) => await logins.Use(db, SessionKind.LoginLink, token, cancelled) is { } subject ? sessions.Open(db, merchant.Id, subject) : null,
            cancel);
        if (session is null)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        BrowserSessions.SetCookie(context, merchant, session);
        return new SeeOther(Links.AccountPath(merchant.Id));
    }
}
