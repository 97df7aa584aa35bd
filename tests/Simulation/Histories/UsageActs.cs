using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;
using BillingHeadless.Tests.Simulation.Actors;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>What happens to services that are paid after use: usage is told by day, late, twice and corrected; an add-on is switched; they end.</summary>
internal sealed class UsageActs(ServiceShop shop, Random random)
{
    private const int LargestQuantity = 400;

    /// <summary>Longer ago than can be told.</summary>
    private const int MostDaysLate = 130;

    public Task Subscribe()
    {
        var request = new CreateSubscriptionRequest
        {
            CustomerId = shop.Customers[random.Next(shop.Customers.Count)],
            PlanId = shop.Metered,
            Quantity = random.Next(1, 3),
            AddOns = random.Next(2) == 0 ? [ServiceShop.AddOn] : [],
        };
        return shop.Ask<CreateSubscription>((endpoint, call, alive) => endpoint.Handle(request, call, alive));
    }

    public async Task Record()
    {
        if ((await Services()).Any(random) is { } service)
        {
            var age = (await shop.Today()).DayNumber - service.Anchor.DayNumber;
            var day = service.Anchor.AddDays(random.Next(Math.Max(0, age - MostDaysLate), age + 2));
            await Tell(service.Id.Value, Draft(random.Next(2) == 0 ? ServiceShop.Users : ServiceShop.Messages, day));
        }
    }

    public async Task Correct()
    {
        var told = await shop.Read(db => db.UsageRecords.OrderBy(row => row.Id).ToListAsync());
        if (told.Any(random) is { } record)
        {
            await Tell(record.SubscriptionId.Value, Draft(record.Meter, record.Day) with { Corrects = record.RecordId });
        }
    }

    public async Task SwitchAddOn()
    {
        if ((await Services()).Any(random) is { } service)
        {
            IReadOnlyList<string> wanted = service.SwitchedOn.Any() ? [] : [ServiceShop.AddOn];
            var request = new UpdateSubscriptionRequest { AddOns = new Patch<IReadOnlyList<string>>(IsGiven: true, wanted) };
            await shop.Ask<UpdateSubscription>((endpoint, call, alive) => endpoint.Handle(service.Id.Value, request, call, alive));
        }
    }

    public async Task End()
    {
        if (random.Next(4) == 0 && (await Services()).Any(random) is { } service)
        {
            await shop.Ask<CancelSubscription>((endpoint, call, alive) => endpoint.Handle(service.Id.Value, call, alive));
        }
    }

    private RecordUsageRequest Draft(string meter, DateOnly day) =>
        new() { Id = $"told-{random.Next()}", Meter = meter, Day = day, Quantity = random.Next(LargestQuantity) };

    /// <summary>Once, or once more as it was.</summary>
    private async Task Tell(string service, RecordUsageRequest request)
    {
        for (var times = random.Next(3) == 0 ? 2 : 1; times > 0; times--)
        {
            await shop.Ask<RecordUsage>((endpoint, call, alive) => endpoint.Handle(service, request, call, alive));
        }
    }

    private Task<List<Subscription>> Services() => shop.Read(db => db.Subscriptions.Where(row => row.PlanId == shop.MeteredId).OrderBy(row => row.Id).ToListAsync());
}
