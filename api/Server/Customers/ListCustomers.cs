using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Customers;

/// <summary>Which customers are asked for.</summary>
/// <param name="Email">Only those with this e-mail, in capitals or not.</param>
/// <param name="ExternalId">Only the one with this name of the merchant's own.</param>
public sealed record ListCustomersFilter(
    [property: FromQuery(Name = "email"), Line(Limits.EmailLength)] string? Email,
    [property: FromQuery(Name = "externalId"), Line(Limits.NameLength)] string? ExternalId);

public sealed class ListCustomers(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers", ([FromServices] ListCustomers endpoint, [AsParameters] ListCustomersFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListCustomers), "Customers", "Lists customers, newest first.")
        .ForKey("customers:read");

    public Task<Answer<PageView<CustomerView>>> Handle(ListCustomersFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<CustomerView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var found = await Filter(db.Customers, filter).NewestFirst(page).ToPage(page, customer => customer.Id.Value, customer => customer, cancel);
                var members = await CustomerMembers.Of(db, [.. found.Data.Select(customer => customer.Id)], cancel);
                return new PageView<CustomerView>([.. found.Data.Select(customer => CustomerView.Of(customer, [.. members[customer.Id]]))], found.NextCursor);
            });

    private static IQueryable<Customer> Filter(IQueryable<Customer> customers, ListCustomersFilter filter)
    {
        if (filter.Email is { } typed)
        {
            var email = EmailAddress.Parse(typed).Value?.Text;
            customers = customers.Where(customer => email != null && customer.Email == email);
        }

        return filter.ExternalId is { } externalId ? customers.Where(customer => customer.ExternalId == externalId) : customers;
    }
}
