using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Tests.Domain.Kernel;

public sealed class SplitTests
{
    [Theory]
    [InlineData(10_000, new long[] { 1, 1, 1 }, new long[] { 3_334, 3_333, 3_333 })]
    [InlineData(-10_000, new long[] { 1, 1, 1 }, new long[] { -3_334, -3_333, -3_333 })]
    [InlineData(5, new long[] { 0, 0 }, new long[] { 5, 0 })]
    [InlineData(0, new long[] { 7, 2 }, new long[] { 0, 0 })]
    public void Parts_are_in_proportion_and_the_largest_remainder_gets_the_unit(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, Split.ByWeight(amount, weights));

    [Fact]
    public void Parts_always_add_up()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(0, 1_000_000_000)).ToArray();
            var amount = random.NextInt64(-1_000_000_000_000, 1_000_000_000_000);
            Assert.Equal(amount, Split.ByWeight(amount, weights).Sum());
        }
    }

    [Theory]
    [InlineData(90, new long[] { 1, 1, 1 }, new long[] { 0, 30, 0 }, new long[] { 30, 30, 30 })]
    [InlineData(90, new long[] { 1, 1, 1 }, new long[] { 50, 0, 0 }, new long[] { 50, 20, 20 })]
    [InlineData(90, new long[] { 1, 1, 1 }, new long[] { 50, 25, 0 }, new long[] { 50, 25, 15 })]
    [InlineData(90, new long[] { 0, 0 }, new long[] { 40, 50 }, new long[] { 40, 50 })]
    public void No_part_is_less_than_its_least(long amount, long[] weights, long[] least, long[] parts) => Assert.Equal(parts, Split.ByWeight(amount, weights, least));

    [Fact]
    public void There_must_be_enough_for_what_each_has_at_least() => Assert.Throws<ArgumentOutOfRangeException>(() => Split.ByWeight(9, [1, 1], [5, 5]));

    [Fact]
    public void Nobody_or_a_negative_weight_cannot_share()
    {
        Assert.Throws<ArgumentException>(() => Split.ByWeight(1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.ByWeight(1, [-1, 2]));
    }
}
