using BillingHeadless.Domain.Ledger;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Ledger;

/// <summary>Ruling 5: accounts with a limit change by what an entry comes to in all.</summary>
public sealed class AccountChangeTests
{
    private static readonly AccountName Money = new(AccountKind.Balance, "cus_1", Samples.Hryvnia);
    private static readonly AccountName Bonus = new(AccountKind.Bonus, "cus_1", Samples.Hryvnia);
    private static readonly AccountName Income = new(AccountKind.Revenue, "", Samples.Hryvnia);

    [Fact]
    public void What_comes_and_goes_in_one_entry_needs_no_funds_in_between()
    {
        var change = Assert.Single(AccountChange.Of(EntryKind.PeriodCredited, [new(Income, Money, 100), new(Money, Income, 70)]));
        Assert.Equal((Money, 30L, 0L), (change.Account, change.Balance, change.Held));
        Assert.True(change.IsCovered(freeBefore: -1_000));
    }

    [Fact]
    public void What_is_pending_is_held_until_it_is_posted_or_voided()
    {
        var pending = Assert.Single(AccountChange.Of(EntryKind.FundsReserved, [new(Money, Income, 100, TransferPhase.Pending)]));
        Assert.Equal((0L, 100L), (pending.Balance, pending.Held));
        Assert.True(pending.IsCovered(100));
        Assert.False(pending.IsCovered(99));
        var posted = Assert.Single(AccountChange.Of(EntryKind.RefundResolved, [new(Money, Income, 100)]));
        Assert.Equal((-100L, -100L, 0L), (posted.Balance, posted.Held, posted.Free));
        var voided = Assert.Single(AccountChange.Of(EntryKind.ReserveReleased, [new(Money, Income, 100, TransferPhase.Voided)]));
        Assert.Equal((0L, -100L), (voided.Balance, voided.Held));
    }

    [Fact]
    public void Only_what_may_go_below_zero_does()
    {
        Assert.False(Assert.Single(AccountChange.Of(EntryKind.PaidFromBalance, [new(Money, Income, 1)])).IsCovered(0));
        Assert.True(Assert.Single(AccountChange.Of(EntryKind.UsageCharged, [new(Money, Income, 1) { MayOverdraw = true }])).IsCovered(0));
    }

    [Fact]
    public void Accounts_come_in_one_order_and_nothing_is_left_out_but_what_does_not_change()
    {
        var changes = AccountChange.Of(EntryKind.PaidFromBalance, [new(Bonus, Income, 5), new(Money, Income, 7), new(Income, Bonus, 5)]);
        Assert.Equal([Money], changes.Select(change => change.Account));
        Assert.Equal(-7, AccountChange.SumOf(changes, change => change.Balance).Money);
    }

    [Fact]
    public void Legs_divide_sources_among_destinations_without_loss()
    {
        var legs = Legs.Match([(Income, 70), (Bonus, 0), (Income, 30)], [(Money, 0), (Money, 50), (Bonus, 50)]);
        Assert.Equal([50L, 20L, 30L], legs.Select(leg => leg.AmountMinor));
        Assert.Equal([Money, Bonus, Bonus], legs.Select(leg => leg.Credit));
        Assert.Throws<ArgumentException>(() => Legs.Match([(Income, 1)], [(Money, 2)]));
    }
}
