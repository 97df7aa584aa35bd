using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

public sealed class GetSubscription(Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/subscriptions/{id}", ([FromServices] GetSubscription endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetSubscription), "Services", "Reads a service: its state, its end, its add-ons and what was paid for it.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(SubscriptionRefusals.NotFound);

    public Task<Answer<SubscriptionView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<SubscriptionView>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, cancel) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            return SubscriptionView.Of(subscription, merchant, clock.NowOf(merchant));
        });
}
