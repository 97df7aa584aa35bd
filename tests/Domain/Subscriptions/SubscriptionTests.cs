using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Subscriptions;

/// <summary>Rulings 6 to 9 for services: anchors, periods, states.</summary>
public sealed class SubscriptionTests
{
    private readonly ServiceSamples samples = new();

    [Fact]
    public void An_anchor_survives_short_months()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan);
        string[] ends = ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
        foreach (var end in ends.SkipLast(1))
        {
            Assert.Equal(ServiceSamples.Day(end), subscription.EndsOn);
            samples.Pay(subscription, plan, subscription.PaidUntil!.Value);
        }

        Assert.Equal(ServiceSamples.Day(ends[^1]), subscription.EndsOn);
        Assert.Equal(ServiceSamples.Day("2026-01-31"), subscription.Anchor);
    }

    [Fact]
    public void An_end_is_a_local_midnight_on_either_side_of_the_change_of_clocks()
    {
        var subscription = samples.Paid(samples.Plan(), "2026-03-10");
        Assert.Equal(new DateTimeOffset(2026, 4, 9, 21, 0, 0, TimeSpan.Zero), subscription.PaidUntil);
        Assert.Equal(new DateTimeOffset(2026, 11, 9, 22, 0, 0, TimeSpan.Zero), samples.Paid(samples.Plan(), "2026-10-10").PaidUntil);
    }

    [Fact]
    public void Two_extensions_add_up_and_a_lapsed_service_starts_a_new_anchor()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan, "2026-01-15");
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-01-20"), 3);
        Assert.Equal(ServiceSamples.Day("2026-05-15"), subscription.EndsOn);
        subscription.Expire();
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-05-20"));
        Assert.Equal((ServiceSamples.Day("2026-05-20"), ServiceSamples.Day("2026-06-20")), (subscription.Anchor, subscription.EndsOn));
    }

    [Fact]
    public void Days_on_which_it_waited_for_a_payment_belong_to_the_next_period()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan, "2026-01-31");
        subscription.AwaitRenewal();
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-03-02"));
        Assert.Equal((SubscriptionState.Active, ServiceSamples.Day("2026-03-31")), (subscription.State, subscription.EndsOn));
    }

    [Fact]
    public void A_refunded_period_is_taken_back_and_later_ones_move_up()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan, "2026-01-31");
        var later = samples.Pay(subscription, plan, ServiceSamples.Noon("2026-02-01"), 3);
        subscription.TakeBack([subscription.Periods[0]], Samples.Kyiv, ServiceSamples.Noon("2026-02-02"));
        Assert.Equal(ServiceSamples.Day("2026-04-30"), subscription.EndsOn);
        subscription.TakeBack([later], Samples.Kyiv, ServiceSamples.Noon("2026-02-03"));
        Assert.Equal((SubscriptionState.Expired, ServiceSamples.Day("2026-02-03")), (subscription.State, subscription.EndsOn));
        Assert.Equal(ServiceSamples.Noon("2026-02-03"), subscription.PaidUntil);
    }

    [Fact]
    public void Cancelling_leaves_paid_days_and_ends_anything_else_at_once()
    {
        var plan = samples.Plan();
        var paid = samples.Paid(plan, "2026-01-31");
        paid.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-02-05"));
        Assert.Equal((SubscriptionState.Active, AutoPayMethod.None), (paid.State, paid.AutoPay));
        paid.Expire();
        Assert.Equal(SubscriptionState.Cancelled, paid.State);

        var postpaid = samples.Subscription(samples.Plan(billing: PlanBilling.Postpaid));
        postpaid.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-02-05"));
        Assert.Equal((SubscriptionState.Cancelled, ServiceSamples.Day("2026-02-05")), (postpaid.State, postpaid.LastDay));
    }

    [Fact]
    public void Paying_again_takes_a_cancellation_back_while_it_runs()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan);
        subscription.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-02-05"));
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-02-06"));
        Assert.Null(subscription.CancelledAt);
    }

    [Fact]
    public void What_is_paid_ahead_stays_so_whatever_becomes_of_its_plan()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan);
        plan.Change(plan.Draft() with { Billing = PlanBilling.Postpaid });
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-02-05"));
        Assert.Equal((PlanBilling.Prepaid, PlanBilling.Prepaid), (plan.Billing, subscription.Billing));
        Assert.Equal(RenewalStep.Expire, Renewal.AtEnd(subscription, new RenewalFacts(Price: 30_000, Available: 0)));
    }

    [Theory]
    [InlineData(SubscriptionState.Cancelled, SubscriptionState.Active)]
    [InlineData(SubscriptionState.Pending, SubscriptionState.Expired)]
    [InlineData(SubscriptionState.Expired, SubscriptionState.Renewing)]
    public void What_is_not_in_the_table_does_not_happen(SubscriptionState from, SubscriptionState to) =>
        Assert.Throws<ImpossibleMoveException>(() => SubscriptionStates.Moves.Move(from, to));

    [Fact]
    public void The_user_limit_is_the_tariffs_for_each_unit()
    {
        Assert.Equal(15, samples.Subscription(samples.Plan(userLimit: 5), quantity: 3).UserLimit);
        Assert.Null(samples.Subscription(samples.Plan()).UserLimit);
    }

    [Fact]
    public void However_many_users_a_tariff_is_raised_to_its_services_are_extended()
    {
        var plan = samples.Plan(userLimit: 5);
        var subscription = samples.Subscription(plan, quantity: OrderPricing.MaximumQuantity);
        plan.Change(plan.Draft() with { UserLimit = PlanCheck.MaximumUserLimit });
        samples.Pay(subscription, plan, Samples.Now);
        Assert.Equal((SubscriptionState.Active, 10_000_000_000), (subscription.State, subscription.UserLimit));
    }

    [Fact]
    public void Nothing_is_charged_without_the_customers_standing_order()
    {
        var subscription = samples.Paid(samples.Plan());
        var order = new StandingOrder(AutoPayMethod.Balance, "anna", Samples.Now);
        Assert.Throws<ArgumentException>(() => subscription.PayBy(AutoPayMethod.Balance, null));
        Assert.Throws<ArgumentException>(() => subscription.PayBy(AutoPayMethod.Card, order));
        Assert.Throws<ArgumentException>(() => subscription.PayBy(AutoPayMethod.Invoice, order));
        subscription.PayBy(AutoPayMethod.Balance, order);
        Assert.Equal((AutoPayMethod.Balance, order), (subscription.AutoPay, subscription.StandingOrder));
        subscription.Cancel(Samples.Kyiv, ServiceSamples.Noon("2026-02-05"));
        Assert.Null(subscription.StandingOrder);
    }

    [Fact]
    public void Cards_are_charged_only_where_the_merchant_saves_them_and_one_is_saved()
    {
        Assert.Equal("saved_methods_off", AutoPayRules.Refuse(AutoPayMethod.Card, savedMethodsOn: false, hasSavedCard: true, isPostpaid: false)?.Code);
        Assert.Equal("saved_card_missing", AutoPayRules.Refuse(AutoPayMethod.Card, savedMethodsOn: true, hasSavedCard: false, isPostpaid: false)?.Code);
        Assert.Equal("auto_pay_not_needed", AutoPayRules.Refuse(AutoPayMethod.Balance, savedMethodsOn: true, hasSavedCard: true, isPostpaid: true)?.Code);
        Assert.Null(AutoPayRules.Refuse(AutoPayMethod.Card, savedMethodsOn: true, hasSavedCard: true, isPostpaid: false));
    }

    [Fact]
    public void A_part_that_went_back_counts_as_paid_no_more()
    {
        var subscription = samples.Paid(samples.Plan(), paid: new FundsPart(200, 100));
        subscription.Keep(subscription.Periods[0].InvoiceLineId, new FundsPart(150, 80));
        Assert.Equal(new FundsPart(150, 80), subscription.Periods[0].Paid);
    }
}
