using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Subscriptions;

/// <summary>Rules B6, D5 and ruling 32: what happens by itself.</summary>
public sealed class RenewalTests
{
    private readonly ServiceSamples samples = new();

    [Fact]
    public void The_automatic_invoice_is_issued_at_local_midnight_five_days_before_the_end() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 26, 22, 0, 0, TimeSpan.Zero), Renewal.InvoiceAt(new(2026, 4, 1), 5, Samples.Kyiv));

    [Fact]
    public void An_open_invoice_is_taken_instead_of_a_second_one()
    {
        var subscription = By(AutoPayMethod.Invoice);
        Assert.True(Renewal.NeedsInvoice(subscription, hasOpenInvoice: false));
        Assert.False(Renewal.NeedsInvoice(subscription, hasOpenInvoice: true));
        Assert.False(Renewal.NeedsInvoice(By(AutoPayMethod.Balance), hasOpenInvoice: false));
    }

    [Theory]
    [InlineData(AutoPayMethod.Balance, 100, 100, RenewalStep.PayFromBalance)]
    [InlineData(AutoPayMethod.Balance, 100, 99, RenewalStep.ExpireWithInvoice)]
    [InlineData(AutoPayMethod.Invoice, 100, 500, RenewalStep.Expire)]
    [InlineData(AutoPayMethod.None, 100, 500, RenewalStep.Expire)]
    public void At_its_end_it_is_extended_whole_or_not(AutoPayMethod method, long price, long available, RenewalStep step) =>
        Assert.Equal(step, Renewal.AtEnd(By(method), new RenewalFacts(price, available)));

    [Fact]
    public void While_a_payment_is_undecided_it_stays_on() =>
        Assert.Equal(RenewalStep.Wait, Renewal.AtEnd(By(AutoPayMethod.Balance), new RenewalFacts(100, 100, OpenInvoiceUndecided: true)));

    [Fact]
    public void A_card_is_charged_when_it_may_be()
    {
        Assert.Equal(RenewalStep.ChargeCard, Renewal.AtEnd(By(AutoPayMethod.Card), new RenewalFacts(100, 0, CardCanBeCharged: true)));
        Assert.Equal(RenewalStep.ExpireWithInvoice, Renewal.AtEnd(By(AutoPayMethod.Card), new RenewalFacts(100, 1_000)));
    }

    [Fact]
    public void What_was_cancelled_or_is_paid_after_use_is_not_extended()
    {
        var cancelled = By(AutoPayMethod.Balance);
        cancelled.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-02-01"));
        Assert.Equal(RenewalStep.Expire, Renewal.AtEnd(cancelled, new RenewalFacts(100, 100)));
        var postpaid = samples.Subscription(samples.Plan(billing: PlanBilling.Postpaid));
        Assert.Equal(RenewalStep.Nothing, Renewal.AtEnd(postpaid, new RenewalFacts(0, 0)));
    }

    [Fact]
    public void A_declined_card_is_tried_again_only_as_the_schedule_says()
    {
        var ended = new DateOnly(2026, 3, 1);
        Assert.Equal(new DateOnly(2026, 3, 2), Renewal.NextTry(ended, ended, mayPass: true, [5, 1, 3]));
        Assert.Equal(new DateOnly(2026, 3, 6), Renewal.NextTry(ended, new(2026, 3, 4), mayPass: true, [5, 1, 3]));
        Assert.Null(Renewal.NextTry(ended, new(2026, 3, 6), mayPass: true, [5, 1, 3]));
        Assert.Null(Renewal.NextTry(ended, ended, mayPass: false, [1]));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    public void At_the_end_a_card_is_charged_once(bool taken, bool mayPass, bool charges)
    {
        var today = new DateOnly(2026, 3, 1);
        Assert.True(Renewal.ChargesCard(By(AutoPayMethod.Card), null, today));
        Assert.Equal(charges, Renewal.ChargesCard(By(AutoPayMethod.Card), new CardCharge(today, taken, mayPass), today));
        Assert.False(Renewal.ChargesCard(By(AutoPayMethod.Balance), null, today));
    }

    [Fact]
    public void After_the_end_a_card_is_charged_once_a_day_and_only_for_a_reason_that_may_pass()
    {
        var (yesterday, today) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2));
        var expired = By(AutoPayMethod.Card);
        expired.Expire();
        Assert.True(Renewal.ChargesCard(expired, new CardCharge(yesterday, WasTaken: true, MayPass: true), today));
        Assert.False(Renewal.ChargesCard(expired, new CardCharge(yesterday, WasTaken: true, MayPass: false), today));
        Assert.False(Renewal.ChargesCard(expired, new CardCharge(today, WasTaken: true, MayPass: true), today));
    }

    private Subscription By(AutoPayMethod method)
    {
        var subscription = samples.Paid(samples.Plan());
        subscription.PayBy(method, StandingOrder.IsNeededFor(method) ? new StandingOrder(method, "anna", Samples.Now) : null);
        return subscription;
    }
}
