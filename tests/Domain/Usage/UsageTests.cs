using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Usage;

/// <summary>Rules C3, C5, C6 and ruling 36: usage by day and meter, and the month's charge.</summary>
public sealed class UsageTests
{
    private static readonly Month April = Month.Of(2026, 4);

    private static readonly UsageTariff Tariff = new(1_900,
    [
        new("whatsapp", MeterKind.AddOn, 500),
        new("users", MeterKind.Daily, 300, Included: 2),
        new("messages", MeterKind.Counted, 7, Included: 1_000, PerUnits: 10),
    ]);

    private readonly ServiceSamples samples = new();
    private readonly List<UsageRecord> records = [];
    private readonly Subscription service;

    public UsageTests() => service = samples.Subscription(samples.Plan(1_900, PlanBilling.Postpaid), "2026-03-10");

    [Fact]
    public void A_full_month_of_the_base_is_exactly_its_price_and_an_idle_service_pays_no_more()
    {
        var usage = Assert.Single(MonthUsage.Of(service, Tariff, [], April, April.End));
        Assert.Equal((UsagePrice.Base, 1_900), (usage.Meter, usage.AmountMinor));
        Assert.Equal(1_900, usage.Days.Sum(day => day.AmountMinor));
        Assert.Equal(30, usage.Days.Count);
    }

    [Fact]
    public void The_first_month_counts_the_days_on_which_it_was_on() =>
        Assert.Equal(Proration.Share(1_900, 22, 31), MonthUsage.Of(service, Tariff, [], Month.Of(2026, 3), new(2026, 4, 1)).Single().AmountMinor);

    [Fact]
    public void This_month_so_far_counts_today()
    {
        var soFar = MonthUsage.Of(service, Tariff, [], April, new(2026, 4, 11));
        Assert.Equal(Proration.Share(1_900, 10, 30), soFar.Single().AmountMinor);
    }

    [Fact]
    public void An_add_on_counts_every_day_on_which_it_was_on_for_any_moment()
    {
        service.SwitchOn("whatsapp", new(2026, 4, 5));
        service.SwitchOff("whatsapp", new(2026, 4, 7));
        service.SwitchOn("whatsapp", new(2026, 4, 7));
        service.SwitchOff("whatsapp", new(2026, 4, 8));
        Assert.Equal(Proration.Share(500, 4, 30), Used("whatsapp").AmountMinor);
        Assert.Equal([5, 6, 7, 8], Used("whatsapp").Days.Select(day => day.Day.Day));
    }

    [Fact]
    public void Units_held_on_a_day_cost_their_share_of_the_month_above_what_is_included()
    {
        Record("a", "users", 1, 5);
        Record("b", "users", 2, 2);
        Record("c", "users", 3, 3);
        Assert.Equal(Rounding.HalfUp(300 * 4, 30), Used("users").AmountMinor);
    }

    [Fact]
    public void Units_consumed_cost_above_what_the_month_includes_and_days_add_up()
    {
        Record("a", "messages", 1, 990);
        Record("b", "messages", 2, 35);
        Record("c", "messages", 20, 8);
        var used = Used("messages");
        Assert.Equal(Rounding.HalfUp(7 * 33, 10), used.AmountMinor);
        Assert.Equal([0L, 18L, 5L], used.Days.Select(day => day.AmountMinor));
    }

    [Fact]
    public void A_correction_takes_the_place_of_what_it_corrects()
    {
        Record("a", "users", 1, 32);
        Record("b", "users", 1, 2, corrects: "a");
        Assert.Equal(0, Used("users").AmountMinor);
    }

    [Fact]
    public void The_month_is_charged_meter_by_meter_and_late_usage_with_the_next()
    {
        Record("a", "users", 1, 32);
        var first = Close(April, []);
        Assert.Equal((1_900 + 300, 2), ((int)first.AmountMinor, first.Parts.Count(part => part.Month == April)));
        Record("late", "users", 2, 62);
        Record("fix", "users", 1, 17, corrects: "a");
        var may = Close(April.Plus(1), [first]);
        Assert.Equal([1_900L, 450L], may.Parts.OrderByDescending(part => part.Month).Select(part => part.AmountMinor));
        Assert.Equal(750, may.Parts.Single(part => part.Meter == "users").TotalMinor);
        Assert.Equal(1_900, Close(April.Plus(2), [first, may]).AmountMinor);
    }

    [Fact]
    public void A_correction_downwards_gives_money_back_at_the_price_that_was_charged()
    {
        Record("a", "users", 1, 302);
        var first = Close(April, []);
        Record("b", "users", 1, 2, corrects: "a");
        var dearer = Tariff with { Meters = [.. Tariff.Meters.Select(price => price with { PriceMinor = 10 * price.PriceMinor })] };
        var parts = MonthClose.Parts(service, dearer, records, [first], April.Plus(1));
        Assert.Equal(-3_000, parts.Single(part => part.Meter == "users").AmountMinor);
    }

    [Fact]
    public void A_closed_month_keeps_its_prices_also_of_what_was_free()
    {
        var free = Tariff with { Meters = [Tariff.Meters[0] with { PriceMinor = 0 }, .. Tariff.Meters.Skip(1)] };
        service.SwitchOn("whatsapp", new(2026, 4, 1));
        Record("a", "messages", 1, 900);
        Record("b", "users", 1, 2);
        var first = Close(April, [], free);
        var dearer = Tariff with { Meters = [.. Tariff.Meters.Select(price => price with { Included = 0 })] };
        Assert.Empty(MonthClose.Corrections(service, dearer, records, [MarchCharged(), first], April.Plus(1)));
        Record("late", "messages", 2, 110);
        Assert.Equal(7, Assert.Single(MonthClose.Corrections(service, dearer, records, [MarchCharged(), first], April.Plus(1))).AmountMinor);
    }

    [Fact]
    public void What_a_plan_meters_no_more_can_still_be_corrected_and_what_it_has_begun_to_meter_was_free()
    {
        Record("a", "users", 1, 32);
        var first = Close(April, []);
        Record("b", "users", 1, 2, corrects: "a");
        Record("c", "seats", 1, 5);
        var other = Tariff with { Meters = [new("seats", MeterKind.Daily, 300)] };
        var part = Assert.Single(MonthClose.Corrections(service, other, records, [MarchCharged(), first], April.Plus(1)));
        Assert.Equal(("users", -300L), (part.Meter, part.AmountMinor));
    }

    [Fact]
    public void A_service_is_on_from_its_first_month_to_the_one_in_which_it_ends()
    {
        service.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-04-01"));
        Assert.Equal([false, true, true, false], Enumerable.Range(-2, 4).Select(months => service.WasOn(April.Plus(months))));
    }

    [Fact]
    public void It_is_due_at_local_midnight_of_the_first() =>
        Assert.Equal(new DateTimeOffset(2026, 4, 30, 21, 0, 0, TimeSpan.Zero), MonthClose.At(April, Samples.Kyiv));

    [Theory]
    [InlineData(100, true, ChargeWay.Balance)]
    [InlineData(50, false, ChargeWay.Balance)]
    [InlineData(51, false, ChargeWay.Invoice)]
    [InlineData(-5, false, ChargeWay.Balance)]
    public void The_balance_goes_below_zero_where_the_merchant_allows_it(long amount, bool mayGoBelowZero, ChargeWay way) =>
        Assert.Equal(way, MonthClose.WayOf(amount, new Funds(50), mayGoBelowZero));

    [Fact]
    public void What_cannot_be_recorded_is_refused()
    {
        var today = new DateOnly(2026, 4, 20);
        string? Refused(string meter, string day) => UsageRules.Refuse(service, Tariff.Meters, new UsageDraft("x", meter, DateOnly.Parse(day), 1), today)?.Code;
        Assert.Null(Refused("users", "2026-04-20"));
        Assert.Equal("usage_day_not_possible", Refused("users", "2026-04-21"));
        Assert.Equal("usage_day_not_possible", Refused("users", "2026-03-09"));
        Assert.Equal("meter_unknown", Refused("sms", "2026-04-20"));
        Assert.Equal("meter_unknown", Refused("whatsapp", "2026-04-20"));
        var prepaid = samples.Subscription(samples.Plan());
        Assert.Equal("usage_not_postpaid", UsageRules.Refuse(prepaid, Tariff.Meters, new UsageDraft("x", "users", today, 1), today)?.Code);
    }

    [Fact]
    public void A_day_has_so_many_records_and_a_meter_comes_to_no_more_than_a_month_can_be_charged()
    {
        var draft = new UsageDraft("x", "messages", new(2026, 4, 1), 10);
        string? Refused(int ofDay, long inMonth) => UsageRules.RefuseAmount(Tariff.Meters[2], draft, ofDay, inMonth)?.Code;
        Assert.Null(Refused(UsageRules.RecordsADay - 1, 1_000));
        Assert.Equal("usage_records_too_many", Refused(UsageRules.RecordsADay, 1_000));
        Assert.Equal("usage_amount_too_large", Refused(0, UsageRules.MaximumAmount * 10 / 7));
    }

    [Fact]
    public void A_price_that_was_raised_after_recording_charges_no_more_than_the_bound()
    {
        Record("a", "messages", 1, UsagePrice.MaximumQuantity);
        var dear = new UsageTariff(1_900, [new("messages", MeterKind.Counted, 1_000_000_000_000)]);
        Assert.Equal(UsageRules.MaximumAmount, MonthUsage.Of(service, dear, records, April, April.End).Single(usage => usage.Meter == "messages").AmountMinor);
    }

    [Fact]
    public void An_add_on_that_is_switched_on_and_off_for_ever_keeps_few_spans()
    {
        for (var day = new DateOnly(2026, 4, 1); day < new DateOnly(2029, 4, 1); day = day.AddDays(2))
        {
            service.SwitchOn("whatsapp", day);
            service.SwitchOff("whatsapp", day);
            service.SwitchOn("whatsapp", day);
            service.SwitchOff("whatsapp", day);
        }

        Assert.InRange(service.AddOns.Single().Spans.Count, 1, 80);
        Assert.True(service.AddOns.Single().WasOn(new(2028, 12, 18)));
    }

    [Fact]
    public void Days_that_touch_are_one_span_of_an_add_on()
    {
        service.SwitchOn("whatsapp", new(2026, 4, 1));
        service.SwitchOff("whatsapp", new(2026, 4, 3));
        service.SwitchOn("whatsapp", new(2026, 4, 4));
        Assert.Equal(new AddOnSpan(new(2026, 4, 1), null), Assert.Single(service.AddOns.Single().Spans));
    }

    [Fact]
    public void A_month_is_written_with_its_year()
    {
        Assert.Equal(April, Month.Parse($"{April}"));
        Assert.Null(Month.Parse("2026-13"));
    }

    [Fact]
    public void The_same_record_told_twice_says_the_same()
    {
        var draft = new UsageDraft("a", "users", new(2026, 4, 1), 5);
        var record = UsageRecord.Take(samples.Ids.New<UsageRecord>(), service, draft, Samples.Now);
        Assert.True(record.Says(draft));
        Assert.False(record.Says(draft with { Quantity = 6 }));
    }

    [Fact]
    public void Meters_are_named_and_priced_so_that_they_can_be_charged()
    {
        var problems = new FieldProblems();
        UsagePrice.Check(problems, [new("base", MeterKind.Daily, 1), new("Users", MeterKind.Daily, -1, PerUnits: 0), new("a", MeterKind.AddOn, 1, Included: 1)]);
        Assert.Equal(
            ["usagePrices[0].meter", "usagePrices[1].meter", "usagePrices[1].perUnits", "usagePrices[1].price", "usagePrices[2]"],
            problems.Refuse(MerchantRefusals.SettingsInvalid)!.Fields!.Keys.Order(StringComparer.Ordinal));
    }

    private MeterUsage Used(string meter) => MonthUsage.Of(service, Tariff, records, April, April.End).Single(usage => usage.Meter == meter);

    private void Record(string id, string meter, int day, long quantity, string? corrects = null) => records.Add(UsageRecord.Take(
        samples.Ids.New<UsageRecord>(), service, new UsageDraft(id, meter, new(2026, 4, day), quantity, corrects), Samples.Now));

    private UsageCharge Close(Month month, IReadOnlyList<UsageCharge> earlier, UsageTariff? tariff = null) =>
        Charge(month, tariff ?? Tariff, MonthClose.Parts(service, tariff ?? Tariff, records, [MarchCharged(), .. earlier], month));

    private UsageCharge MarchCharged() => Charge(Month.Of(2026, 3), Tariff, MonthClose.Parts(service, Tariff, [], [], Month.Of(2026, 3)));

    private UsageCharge Charge(Month month, UsageTariff tariff, IReadOnlyList<ChargePart> parts) =>
        UsageCharge.Write(samples.Ids.New<UsageCharge>(), service, month, tariff, parts, new ChargeTax("S", 2_000), Samples.Now);
}
