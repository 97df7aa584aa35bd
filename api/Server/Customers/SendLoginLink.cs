using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>Who wants to log in by mail.</summary>
public sealed record SendLoginLinkRequest
{
    [Line(Limits.EmailLength)]
    public required string Email { get; init; }
}

/// <summary>The answer for every e-mail, known or not.</summary>
public sealed record SendLoginLinkView
{
    /// <summary>Where a link is mailed to, if somebody can log in with this address.</summary>
    public required string Email { get; init; }
}

public sealed class SendLoginLink(OnceWriter writer, LoginThrottle throttle, IdSource ids) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/logins/link", ([FromServices] SendLoginLink endpoint, SendLoginLinkRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(SendLoginLink), "Customers", "Mails a link that logs in, if the e-mail is known; the answer does not say whether it is.")
        .ForKey("customers:write", orPublishable: true)
        .Once()
        .TakesOn<SendLoginLinkView>()
        .RequireRateLimiting(RateLimits.Logins);

    public async Task<IResult> Handle(SendLoginLinkRequest request, Call call, CancellationToken cancel)
    {
        var email = EmailAddress.Parse(request.Email).Value?.Text ?? "";
        if (throttle.BeforeMail(call.Caller.MerchantId, email) is { } wait)
        {
            return Answer<SendLoginLinkView>.NotBefore(HttpRefusals.TooManyRequests, wait);
        }

        return await writer.Write(
            call,
            async (db, token) =>
            {
                if (await db.Logins.SingleOrDefaultAsync(row => row.Email == email, token) is { } login)
                {
                    LoginMails.PlanLoginLink(db, login, ids);
                }

                return Answer<SendLoginLinkView>.Accepted(() => new SendLoginLinkView { Email = request.Email });
            },
            cancel);
    }
}
