using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Usage;

/// <summary>Rules C5 and C6: what a month has come to, by meter and day, and what it was charged for.</summary>
public abstract class GetUsageTests(RunningServer server)
{
    [Fact]
    public async Task C5_this_month_so_far_is_explained_by_meters_and_days()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await desk.Shop.MoveClock(UsageDesk.Midnight(new DateOnly(2026, 11, 22)).AddHours(12));
        await desk.Record(service, "1", UsageDesk.Users, new DateOnly(2026, 11, 21), 5);
        await desk.Record(service, "2", UsageDesk.Messages, new DateOnly(2026, 11, 22), 120);
        var usage = await desk.Usage(service);

        Assert.Equal(("2026-11", UsageDesk.Midnight(new DateOnly(2026, 12, 1))), (usage.Month, usage.DueAt));
        Assert.Equal(
            [("base", 2_000L), (UsageDesk.AddOn, 400L), (UsageDesk.Users, 300L), (UsageDesk.Messages, 14L)],
            usage.Meters.Select(meter => (meter.Meter, meter.Amount.Amount)));
        Assert.All(usage.Meters, meter => Assert.Equal(meter.Total.Amount, meter.Days.Sum(day => day.Amount.Amount)));
        Assert.Equal([(21, 1_000L), (22, 1_000L)], usage.Meters.First().Days.Select(day => (day.Day.Day, day.Amount.Amount)));
        Assert.Equal((2_714L, 0, null), (usage.Total.Amount, usage.Corrections.Count, usage.Charge));
        var balance = await desk.Balance();
        Assert.Equal((2_714L, 0L), (balance.UsageThisMonth.Amount, balance.Balance.Amount));
    }

    [Fact]
    public async Task C6_an_idle_service_costs_its_base_and_an_add_on_the_days_on_which_it_was_on()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        Assert.Empty(service.AddOns);
        var switched = await Switch(desk, service, UsageDesk.AddOn);
        Assert.Equal([UsageDesk.AddOn], switched.AddOns);
        await desk.Shop.MoveClock(UsageDesk.Midnight(new DateOnly(2026, 11, 23)).AddHours(9));
        Assert.Empty((await Switch(desk, service)).AddOns);
        await Switch(desk, service, UsageDesk.AddOn);
        await Switch(desk, service);
        await desk.CloseMonthBefore(2026, 12);
        var usage = await desk.Usage(service, "2026-11");
        Assert.Equal([("base", 10_000L), (UsageDesk.AddOn, 600L)], usage.Meters.Select(meter => (meter.Meter, meter.Amount.Amount)));
        await desk.CloseMonthBefore(2027, 1);
        Assert.Equal(30_000, (await desk.Usage(service, "2026-12")).Total.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task An_add_on_that_the_plan_does_not_offer_is_refused()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await Refused.With("add_on_not_offered", () => Switch(desk, service, UsageDesk.AddOn, UsageDesk.Users));
        await Refused.With("add_on_not_offered", () => desk.Subscribe("telegram"));
        Assert.Equal([UsageDesk.AddOn], (await desk.Shop.Api.GetSubscriptionAsync(service.Id)).AddOns);
    }

    [Fact]
    public async Task Its_customer_reads_it_and_nobody_else()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        var employee = await desk.As(CustomerRole.Employee);
        Assert.Equal(1_000, (await employee.GetUsageAsync(service.Id)).Total.Amount);
        var other = await desk.As(CustomerRole.Employee, (await desk.Shop.NewCustomer()).Id);
        await Refused.With("subscription_not_found", () => other.GetUsageAsync(service.Id));
        await Refused.With("request_invalid", () => desk.Usage(service, "2026-13"));
        await Refused.With("usage_not_postpaid", async () => await desk.Usage(await (await ServiceDesk.Open(desk.Shop)).Subscribe()));
    }

    private static Task<Subscription> Switch(UsageDesk desk, Subscription service, params string[] addOns) =>
        desk.Shop.Api.UpdateSubscriptionAsync(service.Id, new UpdateSubscriptionRequest { AddOns = addOns });
}

public sealed class GetUsageOnSqlite(ServerOnSqlite server) : GetUsageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetUsageOnPostgres(ServerOnPostgres server) : GetUsageTests(server), IClassFixture<ServerOnPostgres>;
