using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Tests.Domain.Kernel;

/// <summary>Ruling 38 and the property behind it: the parts of a period always sum to its price.</summary>
public sealed class ProrationTests
{
    private const int Cases = 20_000;

    [Fact]
    public void Any_division_of_a_period_adds_up_to_its_price()
    {
        var random = new Random(38);
        for (var i = 0; i < Cases; i++)
        {
            var (price, days) = (random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), random.Next(1, 3_700));
            var cuts = Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(0, days + 1)).Append(0).Append(days).Order().ToList();
            Assert.Equal(price, cuts.Zip(cuts.Skip(1)).Sum(cut => Proration.Between(price, cut.First, cut.Second, days)));
        }
    }

    [Fact]
    public void No_part_of_a_price_is_negative_or_more_than_the_price()
    {
        var random = new Random(39);
        for (var i = 0; i < Cases; i++)
        {
            var (price, days) = (random.NextInt64(0, 100_000), random.Next(1, 400));
            Assert.InRange(Proration.Share(price, random.Next(0, days + 1), days), 0, price);
        }
    }

    [Theory]
    [InlineData("2026-01-30", 3_100)]
    [InlineData("2026-01-31", 3_100)]
    [InlineData("2026-02-01", 2_989)]
    [InlineData("2026-02-27", 111)]
    [InlineData("2026-02-28", 0)]
    [InlineData("2027-01-01", 0)]
    public void Unused_days_count_from_the_day_itself_to_the_end_excluded(string from, long unused) =>
        Assert.Equal(unused, Proration.Unused(3_100, new Period(new(2026, 1, 31), new(2026, 2, 28)), DateOnly.Parse(from)));

    [Fact]
    public void More_days_than_there_are_cannot_be_asked_for() => Assert.Throws<ArgumentOutOfRangeException>(() => Proration.Share(100, 32, 31));
}
