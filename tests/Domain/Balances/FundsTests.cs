using BillingHeadless.Domain.Balances;

namespace BillingHeadless.Tests.Domain.Balances;

/// <summary>Rulings 33, 34 and 37: what a customer can pay with.</summary>
public sealed class FundsTests
{
    [Fact]
    public void Money_goes_first_and_bonus_after_it()
    {
        var funds = new Funds(Money: 100, Bonus: 50);
        Assert.Equal(new FundsPart(80, 0), funds.Draw(80));
        Assert.Equal(new FundsPart(100, 20), funds.Draw(120));
        Assert.Throws<ArgumentOutOfRangeException>(() => funds.Draw(151));
    }

    [Fact]
    public void The_reserve_never_counts()
    {
        var funds = new Funds(Money: 100, Bonus: 50).Holding(new FundsPart(100, 10));
        Assert.Equal((110, 40), (funds.Reserved, funds.Available));
        Assert.Equal(new FundsPart(0, 40), funds.Draw(40));
        Assert.Equal(5, funds.MissingFor(45));
    }

    [Fact]
    public void Debt_is_what_the_balance_is_below_zero_and_counts_against_the_bonus()
    {
        var funds = new Funds(Money: -30, Bonus: 50);
        Assert.Equal((30, 20, 0), (funds.Debt, funds.Available, funds.FreeMoney));
        Assert.Equal(new FundsPart(0, 20), funds.Draw(20));
        Assert.Equal(0, new Funds(Money: -30).Available);
    }

    [Fact]
    public void A_charge_takes_what_both_lack_below_zero()
    {
        var funds = new Funds(Money: 100, Bonus: 50);
        Assert.Equal(new FundsPart(150, 50), funds.Charge(200));
        Assert.Equal(new Funds(Money: -50), funds.With(-funds.Charge(200)));
        Assert.Equal(new FundsPart(70, 0), funds.Charge(70));
        Assert.Equal(new FundsPart(20, 0), new Funds(Money: -5).Charge(20));
    }

    [Fact]
    public void Shares_of_a_part_keep_its_mixture_and_add_up()
    {
        var paid = new FundsPart(70, 30);
        Assert.Equal(new FundsPart(35, 15), paid.Share(50));
        Assert.Equal(100, paid.Share(33).Total + paid.Share(67).Total);
        Assert.Equal(FundsPart.Nothing, FundsPart.Nothing.Share(0));
    }
}
