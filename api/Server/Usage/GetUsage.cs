using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>Of which month; the running one when left out.</summary>
public sealed record GetUsageFilter
{
    [FromQuery(Name = "month"), MonthCode]
    public string? Month { get; init; }
}

public sealed class GetUsage(Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/subscriptions/{id}/usage", ([FromServices] GetUsage endpoint, string id, [AsParameters] GetUsageFilter filter, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, filter, call, cancel))
        .Is(nameof(GetUsage), "Services", "Reads what a service has used this month so far, or what a month was charged for: by meter and day.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(SubscriptionRefusals.NotFound, UsageRefusals.NotPostpaid);

    public Task<Answer<UsageView>> Handle(string id, GetUsageFilter filter, Call call, CancellationToken cancel) => reader.Read<Answer<UsageView>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, cancel) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            if (!subscription.IsPostpaid)
            {
                return UsageRefusals.NotPostpaid;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            var today = merchant.Calendar().DateOf(clock.NowOf(merchant));
            return filter.Month is { } code && Month.Parse(code) is { } month && month != Month.Of(today)
                ? await Charged(db, merchant, subscription, month, cancel)
                : await SoFar(db, merchant, subscription, today, cancel);
        });

    private static async Task<UsageView> SoFar(BillingDb db, Merchant merchant, Subscription subscription, DateOnly today, CancellationToken cancel)
    {
        var month = Month.Of(today);
        var usage = await ServiceUsage.Read(db, subscription, month, cancel);
        return UsageView.Of(subscription, month, MonthClose.At(month, merchant.Calendar()), usage.SoFar(month, today.AddDays(1)), usage.Corrections(month), charge: null);
    }

    private static async Task<UsageView> Charged(BillingDb db, Merchant merchant, Subscription subscription, Month month, CancellationToken cancel)
    {
        var charges = await ServiceUsage.ChargesFrom(db, subscription, month, cancel);
        var charge = charges.FirstOrDefault(row => row.Month == month);
        return UsageView.Of(subscription, month, MonthClose.At(month, merchant.Calendar()), MonthClose.Charged(charges, month), [], charge);
    }
}
