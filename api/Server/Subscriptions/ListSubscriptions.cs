using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Which services: all filters hold together.</summary>
public sealed record ListSubscriptionsFilter
{
    [FromQuery(Name = "state")]
    public Wire<SubscriptionState>? State { get; init; }

    [FromQuery(Name = "customerId"), StringLength(40)]
    public string? CustomerId { get; init; }
}

public sealed class ListSubscriptions(Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/subscriptions", ([FromServices] ListSubscriptions endpoint, [AsParameters] ListSubscriptionsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListSubscriptions), "Services", "Lists services, newest first.")
        .ForKey("orders:read", orCustomer: true);

    public Task<Answer<PageView<SubscriptionView>>> Handle(ListSubscriptionsFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<SubscriptionView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
                var now = clock.NowOf(merchant);
                return await Narrow(db.Subscriptions.Include(row => row.Periods), filter, call.Caller)
                    .NewestFirst(page)
                    .ToPage(page, row => row.Id.Value, row => SubscriptionView.Of(row, merchant, now), cancel);
            });

    private static IQueryable<Subscription> Narrow(IQueryable<Subscription> rows, ListSubscriptionsFilter filter, Caller caller)
    {
        if (filter.State is { } state)
        {
            rows = rows.Where(row => row.State == state.Value);
        }

        return (caller.CustomerId?.Value ?? filter.CustomerId) is { } customer ? rows.Where(row => row.CustomerId == new Id<Customer>(customer)) : rows;
    }
}
