using System.Globalization;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Usage;

/// <summary>Rules C3, C5, C6 and rulings 10, 33, 36, 37: a month is charged on the 1st, from the balance or by an invoice.</summary>
public abstract class ChargeUsageTests(RunningServer server)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task C3_on_the_1st_the_month_is_charged_below_zero_and_explained_down_to_days()
    {
        var desk = await UsageDesk.Open(server);
        await desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { Tax = new Tax { Registered = true } });
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await desk.Record(service, "1", UsageDesk.Users, Today, 5);
        await desk.Shop.MoveClock(UsageDesk.Midnight(new DateOnly(2026, 12, 1)).AddSeconds(-1));
        Assert.Equal(0, (await desk.Balance()).Debt.Amount);
        await desk.CloseMonthBefore(2026, 12);

        var balance = await desk.Balance();
        Assert.Equal((-12_300L, 12_300L, 968L + 194L), (balance.Balance.Amount, balance.Debt.Amount, balance.UsageThisMonth.Amount));
        var charge = (await desk.Usage(service, "2026-11")).Charge!;
        Assert.Equal((12_300L, 2_050L, null), (charge.Amount.Amount, charge.Tax.Amount, charge.InvoiceId));
        Assert.Equal([("base", 10), (UsageDesk.AddOn, 10), (UsageDesk.Users, 1)], charge.Parts.Select(part => (part.Meter, part.Days.Count)));
        Assert.All(charge.Parts, part => Assert.Equal(part.Amount.Amount, part.Days.Sum(day => day.Amount.Amount)));

        var line = Assert.Single(await desk.Journal());
        Assert.Equal((EntryKind.UsageCharged, -12_300L, charge.Id), (line.Kind, line.Amount.Amount, line.UsageChargeId));
        Assert.Equal([("base", -10_000L, 10), (UsageDesk.AddOn, -2_000L, 10), (UsageDesk.Users, -300L, 1)], line.Parts.Select(part => (part.Text!, part.Amount.Amount, part.Days.Count)));
        Assert.Equal(line.Id, Assert.Single((await desk.Shop.Api.ListOperationsAsync(desk.Customer.Id, subscriptionId: service.Id)).Data).Id);
        Assert.Empty((await desk.Shop.Api.ListOperationsAsync(desk.Customer.Id, subscriptionId: (await desk.Subscribe()).Id)).Data);
        await desk.Shop.ProveBooks();
    }

    [Theory]
    [InlineData("America/New_York", "2026-12-01T05:00Z", "2027-04-01T04:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-30T18:30Z", "2027-03-31T18:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-11-30T13:00Z", "2027-03-31T13:00Z")]
    public async Task Months_end_at_midnight_of_the_merchants_zone_whatever_its_clocks_do(string zone, string november, string march)
    {
        var desk = await UsageDesk.Open(await Shop.Open(server, timeZone: zone));
        await desk.Subscribe();
        await desk.Shop.MoveClock(DateTimeOffset.Parse(march, CultureInfo.InvariantCulture).AddMicroseconds(-1));
        Assert.Equal(4, (await desk.Journal()).Count);
        await desk.Shop.MoveClock(DateTimeOffset.Parse(march, CultureInfo.InvariantCulture));

        var charged = (await desk.Journal()).Select(line => (line.OccurredAt, line.Amount.Amount)).ToList();
        Assert.Equal(5, charged.Count);
        Assert.Equal((DateTimeOffset.Parse(march, CultureInfo.InvariantCulture), -30_000L), charged[0]);
        Assert.Equal((DateTimeOffset.Parse(november, CultureInfo.InvariantCulture), -10_000L), charged[^1]);
    }

    [Fact]
    public async Task Money_is_drawn_first_then_bonus_then_the_balance_goes_below_zero()
    {
        var desk = await UsageDesk.Open(server);
        await desk.Shop.GiveBonuses();
        var service = await desk.Subscribe();
        await desk.Shop.TopUp(desk.Customer.Id, 50_000);
        await desk.CloseMonthBefore(2027, 1);
        var balance = await desk.Balance();
        Assert.Equal((10_000L, 1_500L), (balance.Balance.Amount, balance.Bonus.Amount));
        await desk.CloseMonthBefore(2027, 2);
        balance = await desk.Balance();
        Assert.Equal((-18_500L, 0L), (balance.Balance.Amount, balance.Bonus.Amount));
        Assert.Equal(30_000, (await desk.Usage(service, "2027-01")).Total.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Late_and_corrected_usage_is_charged_with_the_next_month_or_given_back()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await desk.Record(service, "1", UsageDesk.Users, Today, 302);
        await desk.CloseMonthBefore(2026, 12);
        await desk.Record(service, "late", UsageDesk.Messages, Today, 200);
        await desk.Record(service, "fix", UsageDesk.Users, Today, 2, corrects: "1");
        var december = await desk.Usage(service);
        Assert.Equal([(UsageDesk.Users, -30_000L, 0L), (UsageDesk.Messages, 70L, 70L)], december.Corrections.Select(part => (part.Meter, part.Amount.Amount, part.Total.Amount)));
        Assert.Equal(40_000, (await desk.Usage(service, "2026-11")).Charge!.Amount.Amount);

        await desk.CloseMonthBefore(2027, 1);
        Assert.Equal(30_000 - 30_000 + 70, (await desk.Usage(service, "2026-12")).Charge!.Amount.Amount);
        Assert.Equal(10_070, (await desk.Usage(service, "2026-11")).Total.Amount);
        Assert.Equal(-40_070, (await desk.Balance()).Balance.Amount);
        await desk.CloseMonthBefore(2027, 2);
        Assert.Equal(30_000, (await desk.Usage(service, "2027-01")).Charge!.Amount.Amount);
        await Refused.With("usage_day_not_possible", async () =>
        {
            await desk.CloseMonthBefore(2027, 3);
            await desk.Record(service, "too-late", UsageDesk.Users, Today, 1);
        });
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_closed_month_keeps_its_meters_and_prices_also_what_was_free()
    {
        var desk = await UsageDesk.Open(server);
        await desk.Meter(Counted(price: 7, included: 100), Add(price: 0));
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await desk.Record(service, "1", UsageDesk.Messages, Today, 90);
        await desk.CloseMonthBefore(2026, 12);
        await desk.Meter(Counted(price: 700, included: 0), Add(price: 50_000), new UsagePrice { Meter = "seats", Kind = MeterKind.Daily, Price = UsageDesk.Hryvnias(100) });

        Assert.Empty((await desk.Usage(service)).Corrections);
        await desk.Record(service, "late", UsageDesk.Messages, Today, 11);
        await Refused.With("meter_unknown", () => desk.Record(service, "2", "seats", Today, 1));
        await desk.CloseMonthBefore(2027, 1);
        Assert.Equal(30_000 + 50_000 + 7, (await desk.Usage(service, "2026-12")).Charge!.Amount.Amount);
        await desk.Shop.ProveBooks();

        static UsagePrice Counted(long price, long included) => new() { Meter = UsageDesk.Messages, Kind = MeterKind.Counted, Price = UsageDesk.Hryvnias(price), Included = included };
        static UsagePrice Add(long price) => new() { Meter = UsageDesk.AddOn, Kind = MeterKind.AddOn, Price = UsageDesk.Hryvnias(price) };
    }

    [Fact]
    public async Task More_given_back_than_charged_is_money_on_the_balance()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await desk.Record(service, "1", UsageDesk.Users, Today, 602);
        await desk.CloseMonthBefore(2026, 12);
        await desk.Record(service, "fix", UsageDesk.Users, Today, 2, corrects: "1");
        await desk.CloseMonthBefore(2027, 1);
        Assert.Equal([30_000L, -70_000L], (await desk.Journal()).Select(line => line.Amount.Amount));
        Assert.Equal(-40_000, (await desk.Balance()).Balance.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_service_that_has_ended_costs_nothing_from_the_next_day_and_late_usage_still_counts()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await desk.Shop.Api.CancelSubscriptionAsync(service.Id);
        await desk.CloseMonthBefore(2026, 12);
        Assert.Equal(1_000, (await desk.Balance()).Debt.Amount);
        await desk.Record(service, "late", UsageDesk.Messages, Today, 200);
        await desk.CloseMonthBefore(2027, 1);
        await desk.CloseMonthBefore(2027, 12);
        Assert.Equal(1_070, (await desk.Balance()).Debt.Amount);
        Assert.Equal(2, (await desk.Journal()).Count);
        Assert.Equal(SubscriptionState.Cancelled, (await desk.Shop.Api.GetSubscriptionAsync(service.Id)).State);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Where_no_debt_is_allowed_an_invoice_asks_for_it_and_asks_again_when_it_has_expired()
    {
        var desk = await UsageDesk.Open(server);
        await desk.AllowNoDebt();
        var service = await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        var first = await InvoiceOf(desk, service);
        Assert.Equal((InvoicePurpose.Usage, 10_000L, InvoiceStatus.Open), (first.Purpose, first.Total.Amount, first.Status));
        Assert.Equal(0, (await desk.Balance()).Debt.Amount);
        await desk.Shop.ProveBooks();

        await desk.Shop.MoveClock(first.DueAt);
        Assert.Equal(InvoiceStatus.Expired, (await desk.Shop.Api.GetInvoiceAsync(first.Id)).Status);
        var second = await InvoiceOf(desk, service);
        Assert.NotEqual(first.Id, second.Id);
        await desk.Shop.Pay(second.Id);
        Assert.Equal(InvoiceStatus.Paid, (await InvoiceOf(desk, service)).Status);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task An_invoice_that_has_expired_is_taken_from_the_balance_once_that_covers_it()
    {
        var desk = await UsageDesk.Open(server);
        await desk.AllowNoDebt();
        var service = await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        var invoice = await InvoiceOf(desk, service);
        await desk.Shop.TopUp(desk.Customer.Id, 15_000);
        await desk.Shop.MoveClock(invoice.DueAt);
        Assert.Null((await desk.Usage(service, "2026-11")).Charge!.InvoiceId);
        Assert.Equal(5_000, (await desk.Balance()).Balance.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Only_the_merchant_cancels_an_invoice_for_usage_and_waives_it()
    {
        var desk = await UsageDesk.Open(server);
        await desk.AllowNoDebt();
        var service = await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        var invoice = await InvoiceOf(desk, service);
        var customer = await desk.As(CustomerRole.Administrator);
        await Refused.With("usage_stays_due", () => customer.CancelInvoiceAsync(invoice.Id));
        await desk.Shop.Api.CancelInvoiceAsync(invoice.Id);
        await desk.Shop.MoveClock(invoice.DueAt.AddDays(1));
        Assert.Equal(InvoiceStatus.Cancelled, (await InvoiceOf(desk, service)).Status);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task One_step_of_the_clock_and_many_give_the_same_charges()
    {
        var (step, days) = (await UsageDesk.Open(server), await UsageDesk.Open(server));
        foreach (var desk in new[] { step, days })
        {
            await desk.Record(await desk.Subscribe(UsageDesk.AddOn), "1", UsageDesk.Messages, Today, 777);
        }

        for (var day = Today; day <= new DateOnly(2027, 4, 1); day = day.AddDays(7))
        {
            await days.Shop.MoveClock(UsageDesk.Midnight(day.AddDays(1)));
        }

        await step.Shop.MoveClock((await days.Shop.Api.GetTestClockAsync()).Now.AddSeconds(1));
        Assert.Equal(await Lines(days), await Lines(step));
        Assert.Equal(4, (await Lines(step)).Count);
        await step.Shop.ProveBooks();
    }

    private static async Task<Invoice> InvoiceOf(UsageDesk desk, Subscription service) =>
        await desk.Shop.Api.GetInvoiceAsync((await desk.Usage(service, "2026-11")).Charge!.InvoiceId!);

    private static async Task<List<(long Amount, long After, DateTimeOffset At)>> Lines(UsageDesk desk) =>
        [.. (await desk.Journal()).Select(line => (line.Amount.Amount, line.BalanceAfter.Amount, line.OccurredAt))];
}

public sealed class ChargeUsageOnSqlite(ServerOnSqlite server) : ChargeUsageTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ChargeUsageOnPostgres(ServerOnPostgres server) : ChargeUsageTests(server), IClassFixture<ServerOnPostgres>;
