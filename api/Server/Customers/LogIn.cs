using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>Who logs in.</summary>
public sealed record LogInRequest
{
    [Line(Limits.EmailLength)]
    public required string Email { get; init; }

    [Text(Limits.PasswordMaximumLength)]
    public required string Password { get; init; }

    /// <summary>For whom the token is to act; absent: the oldest customer of this person.</summary>
    [Line(Limits.CodeLength)]
    public string? CustomerId { get; init; }
}

public sealed class LogIn(OnceWriter writer, Reader reader, LoginThrottle throttle, CustomerTokens tokens) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/logins", ([FromServices] LogIn endpoint, LogInRequest request, Call call, CancellationToken cancel) => endpoint.Handle(request, call, cancel))
        .Is(nameof(LogIn), "Customers", "Logs a buyer in by e-mail and password.")
        .ForKey("customers:write", orPublishable: true)
        .Once()
        .Makes<LoginView>()
        .Refuses(CustomerRefusals.LoginWrong, CustomerRefusals.MembershipMissing)
        .RequireRateLimiting(RateLimits.Logins);

    public async Task<IResult> Handle(LogInRequest request, Call call, CancellationToken cancel)
    {
        var email = EmailAddress.Parse(request.Email).Value?.Text ?? "";
        if (throttle.BeforePassword(call.Caller.MerchantId, email) is { } wait)
        {
            return Answer<LoginView>.NotBefore(HttpRefusals.TooManyRequests, wait);
        }

        // The slow comparison stands before the write, which would hold others up.
        var login = await reader.Read(call.Caller.MerchantId, db => db.Logins.SingleOrDefaultAsync(row => row.Email == email, cancel));
        return Passwords.Match(request.Password, login?.PasswordHash)
            ? await writer.Write(call, (db, token) => Open(db, login!, request.CustomerId, token), cancel)
            : (Answer<LoginView>)CustomerRefusals.LoginWrong;
    }

    private async Task<Answer<LoginView>> Open(BillingDb db, Login login, string? customerId, CancellationToken cancel)
    {
        if (!await db.Logins.AnyAsync(row => row.Id == login.Id && row.PasswordHash == login.PasswordHash, cancel))
        {
            return CustomerRefusals.LoginWrong;
        }

        var customers = await LoginCustomerView.Of(db, login.Id, cancel);
        return customers.FirstOrDefault(row => customerId is null || row.CustomerId == customerId) is { } customer
            ? Answer<LoginView>.Made(LoginView.Open(db, tokens, login, customers, customer), $"/v1/customers/{customer.CustomerId}")
            : CustomerRefusals.MembershipMissing;
    }
}
