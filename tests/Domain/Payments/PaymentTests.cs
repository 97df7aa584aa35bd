using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Payments;

/// <summary>The states of a payment, rulings 4 and 17.</summary>
public sealed class PaymentTests
{
    private readonly Samples samples = new();

    [Fact]
    public void Money_that_comes_after_a_decline_is_not_lost()
    {
        var payment = Pending();
        payment.Decline("insufficientFunds");
        payment.Succeed(payment.AmountMinor, null, Samples.Now);
        Assert.Equal(PaymentStatus.Succeeded, payment.Status);
        Assert.Null(payment.Failure);
    }

    [Fact]
    public void What_has_succeeded_stays_so()
    {
        var payment = Pending();
        payment.Succeed(payment.AmountMinor, "applePay", Samples.Now);
        Assert.Throws<ImpossibleMoveException>(() => payment.Decline("other"));
        Assert.Throws<ImpossibleMoveException>(() => payment.BecomeUnknown("timeout"));
        Assert.Throws<ImpossibleMoveException>(() => payment.Cancel("notFound"));
        Assert.False(payment.CanBecome(PaymentStatus.Pending));
    }

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(60, 60, 40)]
    [InlineData(0, 0, 110)]
    public void What_no_invoice_needs_is_unapplied_and_of_a_needless_payment_the_surcharge_too(long applied, long expectedApplied, long unapplied)
    {
        var invoice = samples.Invoice(samples.Item(100, taxRate: 0));
        var payment = samples.Payment(invoice, surcharge: 10);
        payment.Succeed(applied, null, Samples.Now);
        Assert.Equal((expectedApplied, unapplied), (payment.AppliedMinor, payment.UnappliedMinor));
    }

    [Fact]
    public void A_reserved_refund_counts_at_once_and_a_declined_one_no_more()
    {
        var payment = Pending();
        payment.Succeed(payment.AmountMinor, null, Samples.Now);
        payment.ReserveRefund(payment.AmountMinor - 1, 0);
        Assert.Equal(1, payment.RefundableMinor);
        payment.ReleaseRefund(payment.AmountMinor - 1, 0);
        Assert.Equal(payment.AmountMinor, payment.RefundableMinor);
    }

    [Fact]
    public void What_its_gateway_says_is_on_its_way_is_asked_about_daily_for_sixty_days()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), ResolverSchedule.DelayWhilePending(0, TimeSpan.FromDays(59)));
        Assert.Equal(TimeSpan.FromHours(24), ResolverSchedule.DelayWhilePending(7, TimeSpan.FromDays(59)));
        Assert.Null(ResolverSchedule.DelayWhilePending(7, TimeSpan.FromDays(60)));
    }

    [Fact]
    public void The_resolver_asks_seven_times_and_then_a_person_must_look()
    {
        var delays = Enumerable.Range(0, 8).Select(ResolverSchedule.DelayAfter).ToArray();
        Assert.Equal([5, 30, 120, 600, 3_600, 21_600, 86_400], delays[..7].Select(delay => (int)delay!.Value.TotalSeconds));
        Assert.Null(delays[7]);
    }

    [Fact]
    public void Only_the_resolvers_own_questions_count_a_readers_is_noted_by_its_time_alone()
    {
        var payment = Pending();
        payment.NoteAsked(Samples.Now, isScheduled: true);
        payment.NoteAsked(Samples.Now.AddSeconds(8), isScheduled: false);
        Assert.Equal((1, Samples.Now.AddSeconds(8)), (payment.Asked, payment.AskedAt));
    }

    private Payment Pending() => samples.Payment(samples.Invoice(samples.Item()));
}
