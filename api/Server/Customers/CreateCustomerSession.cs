using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Customers;

/// <summary>As whom somebody, who is logged in at the merchant's own system, acts for the customer.</summary>
public sealed record CreateCustomerSessionRequest
{
    /// <summary>Administrators can do everything for the customer; employees read and pay.</summary>
    public required CustomerRole Role { get; init; }

    /// <summary>The merchant's own name for the person.</summary>
    [Line(Limits.NameLength)]
    public required string User { get; init; }
}

/// <summary>What opens the customer's data to one person for an hour.</summary>
public sealed record CustomerSessionView
{
    /// <summary>To call the API with, as a bearer: this customer, this role.</summary>
    public required string Token { get; init; }

    /// <summary>When the token and the link end.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Opens the customer's account page; works once.</summary>
    public required string Url { get; init; }
}

public sealed class CreateCustomerSession(OnceWriter writer, CustomerTokens tokens, LoginLinks logins, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/customers/{id}/sessions", ([FromServices] CreateCustomerSession endpoint, string id, CreateCustomerSessionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(CreateCustomerSession), "Customers", "Lets a person whom the merchant vouches for act for a customer.")
        .ForKey("customers:write")
        .Once()
        .Makes<CustomerSessionView>()
        .Refuses(CustomerRefusals.NotFound);

    public Task<IResult> Handle(string id, CreateCustomerSessionRequest request, Call call, CancellationToken cancel) => writer.Write<CustomerSessionView>(
        call,
        async (db, cancelled) =>
        {
            if (await db.Customers.ById(id, cancelled) is not { } customer)
            {
                return CustomerRefusals.NotFound;
            }

            var subject = new SessionSubject(LoginId: null, customer.Id, request.Role, request.User);
            var token = tokens.Open(db, customer.MerchantId, subject);
            var link = links.LoginLink(customer.MerchantId, logins.Mint(db, customer.MerchantId, SessionKind.LoginLink, subject));
            var view = new CustomerSessionView { Token = token.Text, ExpiresAt = token.ExpiresAt, Url = link };
            return Answer<CustomerSessionView>.Made(() => view, $"/v1/customers/{customer.Id}");
        },
        cancel);
}
