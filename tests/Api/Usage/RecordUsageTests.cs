using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Usage;

/// <summary>Rule C3 and ruling 36: usage is told by day and meter, once for its id, late and corrected too.</summary>
public abstract class RecordUsageTests(RunningServer server)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task What_is_told_twice_under_its_id_counts_once()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        var first = await desk.Record(service, "crm-1", UsageDesk.Users, Today, 32);
        var again = await desk.Record(service, "crm-1", UsageDesk.Users, Today, 32);
        Assert.Equal((first.RecordedAt, 32L), (again.RecordedAt, again.Quantity));
        Assert.Equal(3_000, Of(await desk.Usage(service), UsageDesk.Users).Amount.Amount);
        await Refused.With("usage_id_reused", () => desk.Record(service, "crm-1", UsageDesk.Users, Today, 33));
        await desk.Record(await desk.Subscribe(), "crm-1", UsageDesk.Users, Today, 5);
    }

    [Fact]
    public async Task Told_many_times_at_once_it_counts_once()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Record(service, "crm-1", UsageDesk.Messages, Today, 200)));
        Assert.Equal(200, Of(await desk.Usage(service), UsageDesk.Messages).Days.Single().Quantity);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_it_corrects()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await desk.Record(service, "a", UsageDesk.Users, Today, 32);
        await desk.Record(service, "b", UsageDesk.Users, Today, 12, corrects: "a");
        Assert.Equal(1_000, Of(await desk.Usage(service), UsageDesk.Users).Amount.Amount);
        await Refused.With("usage_correction_unknown", () => desk.Record(service, "c", UsageDesk.Users, Today, 7, corrects: "a"));
        await Refused.With("usage_correction_unknown", () => desk.Record(service, "c", UsageDesk.Users, Today, 7, corrects: "never"));
        await Refused.With("usage_correction_unknown", () => desk.Record(service, "c", UsageDesk.Messages, Today, 7, corrects: "b"));
        await desk.Record(service, "c", UsageDesk.Users, Today, 2, corrects: "b");
        Assert.Equal(0, Of(await desk.Usage(service), UsageDesk.Users).Amount.Amount);
    }

    [Fact]
    public async Task What_cannot_have_been_used_is_refused()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await Refused.With("meter_unknown", () => desk.Record(service, "x", "sms", Today, 1));
        await Refused.With("meter_unknown", () => desk.Record(service, "x", UsageDesk.AddOn, Today, 1));
        await Refused.With("usage_day_not_possible", () => desk.Record(service, "x", UsageDesk.Users, Today.AddDays(1), 1));
        await Refused.With("usage_day_not_possible", () => desk.Record(service, "x", UsageDesk.Users, Today.AddDays(-1), 1));
        await Refused.With("usage_quantity_not_possible", () => desk.Record(service, "x", UsageDesk.Users, Today, -1));
        await Refused.With("usage_amount_too_large", () => desk.Record(service, "x", UsageDesk.Users, Today, 1_000_000_000_000));
        await Refused.With("subscription_not_found", () => desk.Shop.Api.RecordUsageAsync("sub_00000000000000000000000000", NewRecord()));
        await Refused.With("usage_not_postpaid", async () => await desk.Record(await (await ServiceDesk.Open(desk.Shop)).Subscribe(), "x", UsageDesk.Users, Today, 1));
    }

    [Fact]
    public async Task Only_the_merchant_tells_usage()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        var customer = await desk.As(CustomerRole.Administrator);
        await Refused.With("forbidden", () => customer.RecordUsageAsync(service.Id, NewRecord()));
    }

    private static RecordUsageRequest NewRecord() => new() { Id = "x", Meter = UsageDesk.Users, Day = Today, Quantity = 1 };

    private static MeterUsage Of(Client.Usage usage, string meter) => usage.Meters.Single(row => row.Meter == meter);
}

public sealed class RecordUsageOnSqlite(ServerOnSqlite server) : RecordUsageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class RecordUsageOnPostgres(ServerOnPostgres server) : RecordUsageTests(server), IClassFixture<ServerOnPostgres>;
