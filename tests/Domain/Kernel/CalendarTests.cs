using BillingHeadless.Domain.Kernel;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Kernel;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-31", 2, "2026-03-31")]
    [InlineData("2027-12-31", 2, "2028-02-29")]
    [InlineData("2026-11-21", 12, "2027-11-21")]
    public void Months_count_from_the_anchor_and_are_clamped(string anchor, int months, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Months.After(DateOnly.Parse(anchor), months));

    [Theory]
    [InlineData("Europe/Kyiv", "2026-11-30", "2026-11-29T22:00:00Z")]
    [InlineData("Europe/Kyiv", "2026-07-01", "2026-06-30T21:00:00Z")]
    [InlineData("Asia/Almaty", "2026-11-30", "2026-11-29T19:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    public void A_day_begins_at_its_local_midnight_or_at_the_first_moment_that_exists(string zone, string date, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), new Calendar(TimeZoneInfo.FindSystemTimeZoneById(zone)).StartOf(DateOnly.Parse(date)));

    [Fact]
    public void The_date_of_an_instant_is_the_merchants() =>
        Assert.Equal(new DateOnly(2026, 11, 22), Samples.Kyiv.DateOf(new DateTimeOffset(2026, 11, 21, 22, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Instants_are_cut_to_microseconds_and_come_back_whole()
    {
        var instant = Instants.CutToMicroseconds(new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.FromHours(2)).AddTicks(1_234_567));
        Assert.Equal(0, instant.UtcTicks % TimeSpan.TicksPerMicrosecond);
        Assert.Equal(instant, Instants.FromMicroseconds(Instants.ToMicroseconds(instant)));
    }

    [Fact]
    public void A_period_shows_its_last_covered_day() =>
        Assert.Equal(new DateOnly(2026, 12, 20), new Period(new DateOnly(2026, 11, 21), new DateOnly(2026, 12, 21)).LastDay);
}
