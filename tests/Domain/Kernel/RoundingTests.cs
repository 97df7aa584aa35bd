using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Tests.Domain.Kernel;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(5, 10, 1)]
    [InlineData(4, 10, 0)]
    [InlineData(15, 10, 2)]
    [InlineData(-5, 10, -1)]
    [InlineData(-4, 10, 0)]
    [InlineData(125_050, 6, 20_842)]
    public void Halves_go_away_from_zero_so_that_a_credit_mirrors_its_charge(long numerator, long denominator, long expected) =>
        Assert.Equal(expected, Rounding.HalfUp(numerator, denominator));

    [Fact]
    public void The_largest_amounts_do_not_overflow_on_the_way() =>
        Assert.Equal(long.MaxValue, Rounding.HalfUp((Int128)long.MaxValue * 10_000, 10_000));

    [Fact]
    public void A_divisor_of_money_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfUp(1, 0));
}
