using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Customers;

public sealed class GetCustomer(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers/{id}", ([FromServices] GetCustomer endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetCustomer), "Customers", "Reads a customer; a customer token its own.")
        .ForKey("customers:read", orCustomer: true)
        .Refuses(CustomerRefusals.NotFound);

    public Task<Answer<CustomerView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<CustomerView>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await db.Customers.ById(id, cancel) is not { } customer || !call.Caller.MayActFor(customer.Id))
            {
                return CustomerRefusals.NotFound;
            }

            var members = await CustomerMembers.Of(db, [customer.Id], cancel);
            return CustomerView.Of(customer, [.. members[customer.Id]]);
        });
}
