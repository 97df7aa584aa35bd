using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Tests.Domain.Payments;

/// <summary>Rulings 2 and 6.</summary>
public sealed class SurchargeTests
{
    [Theory]
    [InlineData(10_000, 0, 0)]
    [InlineData(10_000, 275, 283)]
    [InlineData(1, 275, 1)]
    [InlineData(191_040, 300, 5_909)]
    public void The_merchant_nets_the_full_amount(long amount, int basisPoints, long surcharge)
    {
        Assert.Equal(surcharge, Surcharge.On(amount, basisPoints));
        Assert.True((amount + surcharge) * (10_000 - basisPoints) / 10_000 >= amount);
    }

    [Fact]
    public void Whatever_the_parts_the_whole_refund_returns_exactly_the_whole_surcharge()
    {
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var (paid, surcharge) = (random.NextInt64(1, 1_000_000), random.NextInt64(0, 100_000));
            var (refunded, returned) = (0L, 0L);
            while (refunded < paid)
            {
                refunded += Math.Min(random.NextInt64(1, paid + 1), paid - refunded);
                var part = Surcharge.ToReturn(surcharge, paid, refunded, returned);
                Assert.True(part >= 0);
                returned += part;
            }

            Assert.Equal(surcharge, returned);
        }
    }

    [Fact]
    public void After_a_declined_refund_less_than_nothing_never_goes_back()
    {
        // 49 and 1 of 100 had been reserved, the 1 with a commission of 1; then the 49 were declined.
        Assert.Equal(0, Surcharge.ToReturn(3, paid: 100, refundedAfter: 2, returnedBefore: 1));
        Assert.Equal(2, Surcharge.ToReturn(3, paid: 100, refundedAfter: 100, returnedBefore: 1));
    }
}
