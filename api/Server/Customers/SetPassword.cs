using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>A new password, on the strength of a link that was mailed.</summary>
public sealed record SetPasswordRequest
{
    /// <summary>From the mailed link; it works once.</summary>
    [Line(Limits.TokenLength)]
    public required string Token { get; init; }

    /// <summary>10 characters or more.</summary>
    [Text(Limits.PasswordMaximumLength)]
    public required string Password { get; init; }
}

public sealed class SetPassword(OnceWriter writer, Reader reader, LoginLinks links, Passwords passwords, CustomerTokens tokens, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/logins/password", ([FromServices] SetPassword endpoint, SetPasswordRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(SetPassword), "Customers", "Sets the password by a mailed link and logs in; whoever was logged in as this person is logged out.")
        .ForKey("customers:write", orPublishable: true)
        .Once()
        .Makes<LoginView>()
        .Refuses(CustomerRefusals.PasswordWeak, CustomerRefusals.LinkInvalid, CustomerRefusals.MembershipMissing)
        .RequireRateLimiting(RateLimits.Logins);

    public async Task<IResult> Handle(SetPasswordRequest request, Call call, CancellationToken cancel)
    {
        // A hash is slow: it is made before the write, and only for a link that works or for a replay of the call.
        var link = await reader.Read(call.Caller.MerchantId, db => links.Find(db, SessionKind.PasswordLink, request.Token, cancel));
        var hash = link is null ? null : passwords.Hash(request.Password);
        return await writer.Write(call, (db, token) => Set(db, request, hash, token), cancel);
    }

    private async Task<Answer<LoginView>> Set(BillingDb db, SetPasswordRequest request, string? hash, CancellationToken cancel)
    {
        if (request.Password.Length < Limits.PasswordLength)
        {
            return CustomerRefusals.PasswordWeak.Because($"Give {Limits.PasswordLength} characters or more.");
        }

        if (hash is null || await links.Find(db, SessionKind.PasswordLink, request.Token, cancel) is not { LoginId: { } loginId })
        {
            return CustomerRefusals.LinkInvalid;
        }

        var customers = await LoginCustomerView.Of(db, loginId, cancel);
        if (customers.Count == 0)
        {
            return CustomerRefusals.MembershipMissing;
        }

        return await links.Use(db, SessionKind.PasswordLink, request.Token, cancel) is null
            ? CustomerRefusals.LinkInvalid
            : await Set(db, loginId, hash, customers, cancel);
    }

    private async Task<Answer<LoginView>> Set(
        BillingDb db, Id<Login> loginId, string hash, IReadOnlyList<LoginCustomerView> customers, CancellationToken cancel)
    {
        var login = await db.Logins.SingleAsync(row => row.Id == loginId, cancel);
        login.SetPassword(hash);
        await LogOut(db, loginId, cancel);
        return Answer<LoginView>.Made(LoginView.Open(db, tokens, login, customers, customers[0]), $"/v1/customers/{customers[0].CustomerId}");
    }

    /// <summary>Ends all that was opened with the old password, and every other link to set one.</summary>
    private Task LogOut(BillingDb db, Id<Login> login, CancellationToken cancel)
    {
        var now = clock.Now();
        return db.Sessions
            .Where(session => session.LoginId == login && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancel);
    }
}
