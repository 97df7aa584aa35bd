using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Logs this browser out.</summary>
public sealed class LogoutPage(MerchantPages merchants, BrowserSessions sessions, IWriter writer) : IPage
{
    /// <summary>How the login page is told.</summary>
    public const string Out = "out";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/m/{merchantId}/logout",
        ([FromServices] LogoutPage page, string merchantId, HttpContext context, CancellationToken cancel) => page.LogOut(merchantId, context, cancel));

    public async Task<IResult> LogOut(string merchantId, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        if (visit.Visitor is { } visitor)
        {
            await writer.Write(
                visit.Merchant.Id,
                async (db, token) =>
                {
                    await sessions.End(db, visitor, token);
                    return true;
                },
                cancel);
        }

        BrowserSessions.DropCookie(context, visit.Merchant);
        return new SeeOther($"{Links.LoginPath(visit.Merchant.Id)}?notice={Out}");
    }
}
