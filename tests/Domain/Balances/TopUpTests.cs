using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Balances;

/// <summary>Rule C1, D2 and ruling 33: bonus for topping up ahead, what a refund takes back, and what the money then covers.</summary>
public sealed class TopUpTests
{
    private static readonly BonusTier[] Tiers = [new(100_000, 500), new(50_000, 300), new(500_000, 1_000)];

    [Theory]
    [InlineData(49_999, 0, 0)]
    [InlineData(50_000, 0, 1_500)]
    [InlineData(99_999, 0, 3_000)]
    [InlineData(100_000, 0, 5_000)]
    [InlineData(700_000, 0, 70_000)]
    [InlineData(100_000, 1, 3_000)]
    [InlineData(100_000, 60_000, 0)]
    [InlineData(100_000, 200_000, 0)]
    public void The_highest_threshold_not_above_the_part_ahead_gives_its_rate_on_all_of_it(long topUp, long debt, long bonus) =>
        Assert.Equal(bonus, BonusTiers.On(topUp, debt, Tiers));

    [Fact]
    public void Tiers_are_told_apart_and_possible()
    {
        var problems = new FieldProblems();
        BonusTiers.Check(problems, [new(100, 0), new(100, 10_001), new(0, 5)]);
        var refusal = problems.Refuse(MerchantRefusals.SettingsInvalid);
        Assert.Equal(["bonusTiers", "bonusTiers[0].basisPoints", "bonusTiers[1].basisPoints", "bonusTiers[2].amount"], refusal!.Fields!.Keys.Order());
    }

    [Fact]
    public void A_refund_takes_the_bonus_back_in_proportion_and_all_of_it_in_the_end()
    {
        var topUp = new ToppedUp(Amount: 1_000, Bonus: 33);
        var first = TopUpRefund.Of(topUp, 500, new Funds(1_000, Bonus: 33));
        Assert.Equal((17, 500), (first.FromBonus, first.PaidOut));
        var rest = TopUpRefund.Of(topUp with { Refunded = 500, BonusTakenBack = 17 }, 500, new Funds(500, Bonus: 16));
        Assert.Equal((16, 500), (rest.FromBonus, rest.PaidOut));
    }

    [Fact]
    public void After_a_decline_no_refund_gives_bonus_and_all_of_it_is_taken_back_in_the_end()
    {
        var (topUp, funds) = (new ToppedUp(Amount: 10_000, Bonus: 500), new Funds(10_000, Bonus: 500));
        var declined = TopUpRefund.Of(topUp, 9, funds);
        var second = TopUpRefund.Of(topUp with { Refunded = 9, BonusTakenBack = declined.BonusTakenBack }, 1, funds);
        Assert.Equal((0, 1), (declined.BonusTakenBack, second.BonusTakenBack));

        var third = TopUpRefund.Of(topUp with { Refunded = 1, BonusTakenBack = 1 }, 1, funds);
        var rest = TopUpRefund.Of(topUp with { Refunded = 2, BonusTakenBack = 1 }, 9_998, funds);

        Assert.Equal((0, 0, 1), (third.FromBonus, third.Deducted, third.PaidOut));
        Assert.Equal((499, 9_998), (rest.FromBonus, rest.PaidOut));
    }

    [Fact]
    public void Bonus_that_was_spent_is_deducted_from_the_money()
    {
        var refund = TopUpRefund.Of(new ToppedUp(1_000, 100), 1_000, new Funds(1_200, Bonus: 30));
        Assert.Equal((30, 70, 930), (refund.FromBonus, refund.Deducted, refund.PaidOut));
    }

    [Fact]
    public void It_never_makes_a_debt()
    {
        var (topUp, funds) = (new ToppedUp(1_000, 0), new Funds(700, MoneyHeld: 100));
        Assert.Equal(600, TopUpRefund.Limit(topUp, funds));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopUpRefund.Of(topUp, 601, funds));
        Assert.Equal(0, TopUpRefund.Limit(topUp, new Funds(-5)));
    }

    [Fact]
    public void Open_invoices_that_the_balance_covers_are_offered_the_earliest_first()
    {
        var samples = new Samples();
        var invoices = new[] { 300, 500, 100 }.Select(price => samples.Invoice(samples.Item(price, taxRate: 0))).ToArray();
        Assert.Equal([invoices[0], invoices[2]], CoveredInvoices.Of(450, invoices));
        Assert.Empty(CoveredInvoices.Of(99, invoices));
    }
}
