using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Demo;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Start;

/// <summary>Lets a newcomer into the account of the demo's customer, as a merchant's own system does; in development only.</summary>
public sealed class DemoDoor(IHostEnvironment environment, DemoFile demo, CreateCustomerSession createSession) : IPage
{
    public const string Address = "/demo/customer";
    private const string Newcomer = "newcomer";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Address, ([FromServices] DemoDoor page, CancellationToken cancel) => page.Enter(cancel));

    public async Task<IResult> Enter(CancellationToken cancel)
    {
        if (!environment.IsDevelopment() || await demo.Read(cancel) is not { Service: { } service } made)
        {
            return Results.NotFound();
        }

        var merchant = new Caller { Kind = CallerKind.SecretKey, MerchantId = new Id<Merchant>(made.MerchantId), Scopes = [Scope.Everything] };
        var request = new CreateCustomerSessionRequest { Role = CustomerRole.Administrator, User = Newcomer };
        return await createSession.Handle(service.CustomerId, request, new Call(merchant), cancel) is Answer<CustomerSessionView> { Refusal: null } session
            ? new SeeOther(new Uri(session.Value.Url).PathAndQuery)
            : Results.NotFound();
    }
}
