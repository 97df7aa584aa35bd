using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.PlanChanges;

/// <summary>Rule D6 and ruling 38, to the unit.</summary>
public sealed class PlanChangeTests
{
    private readonly ServiceSamples samples = new();

    [Theory]
    [InlineData("2026-04-01", 3_000)]
    [InlineData("2026-04-16", 1_500)]
    [InlineData("2026-04-30", 100)]
    [InlineData("2026-05-01", 0)]
    public void Unused_days_are_credited_from_the_day_of_the_change_to_the_last_one(string day, long credit) =>
        Assert.Equal(credit, UnusedCredit.Of(samples.Paid(samples.Plan(3_000), "2026-04-01"), ServiceSamples.Day(day)).Total.Total);

    [Fact]
    public void Periods_to_come_are_credited_whole_and_what_bonuses_paid_is_bonus_again()
    {
        var plan = samples.Plan(3_000);
        var subscription = samples.Paid(plan, "2026-04-01", paid: new FundsPart(2_000, 1_000));
        samples.Pay(subscription, plan, ServiceSamples.Noon("2026-04-02"), paid: new FundsPart(2_500, 0));
        var credit = UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-16"));
        Assert.Equal([new FundsPart(1_000, 500), new FundsPart(2_500, 0)], credit.Periods.Select(period => period.Credit));
        Assert.Equal([15, 31], credit.Periods.Select(period => period.UnusedDays));
    }

    [Fact]
    public void An_expired_service_has_no_credit()
    {
        var subscription = samples.Paid(samples.Plan(), "2026-04-01");
        subscription.Expire();
        Assert.Empty(UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-10")).Periods);
    }

    [Theory]
    [InlineData(5_000, 1_500, 3_500, PlanChangeDecision.Now, 0, 3_500)]
    [InlineData(5_000, 1_500, 3_499, PlanChangeDecision.Invoice, 1, 3_499)]
    [InlineData(1_000, 1_500, 300, PlanChangeDecision.Now, 0, 0)]
    public void It_changes_at_once_when_balance_and_credit_suffice(
        long price, long credit, long available, PlanChangeDecision decision, long missing, long fromBalance)
    {
        var terms = new PlanChangeTerms(ServiceSamples.Day("2026-04-16"), price, credit, available);
        Assert.Equal((decision, missing, fromBalance), (terms.Decision, terms.Missing, terms.FromBalance));
    }

    [Fact]
    public void The_new_period_begins_on_the_day_of_the_change_with_the_new_tariff()
    {
        var (old, better) = (samples.Plan(3_000), samples.Plan(5_000, userLimit: 50));
        var subscription = samples.Paid(old, "2026-03-31");
        samples.Pay(subscription, old, ServiceSamples.Noon("2026-04-29"));
        var credit = UnusedCredit.Of(subscription, ServiceSamples.Day("2026-05-05"));
        Change(subscription, better, "2026-05-05", credit);
        Assert.Equal((better.Id, 50), (subscription.PlanId, subscription.UserLimit));
        Assert.Equal((ServiceSamples.Day("2026-05-05"), ServiceSamples.Day("2026-06-05")), (subscription.Anchor, subscription.EndsOn));
        Assert.Equal(
            [ServicePeriodStatus.Paid, ServicePeriodStatus.Credited, ServicePeriodStatus.Paid], subscription.Periods.Select(period => period.Status));
    }

    [Fact]
    public void A_second_change_counts_the_earlier_credit_as_paid()
    {
        var (old, better) = (samples.Plan(3_000), samples.Plan(5_000));
        var subscription = samples.Paid(old, "2026-04-01");
        Change(subscription, better, "2026-04-16", UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-16")));
        var second = UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-17"));
        Assert.Equal(Proration.Share(5_000, 29, 30), Assert.Single(second.Periods).Credit.Total);
    }

    [Fact]
    public void One_change_a_day_and_the_next_from_midnight_on()
    {
        var (old, better) = (samples.Plan(), samples.Plan());
        var subscription = samples.Paid(old, "2026-04-01");
        Change(subscription, better, "2026-04-16", UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-16")));
        Assert.Equal("plan_changed_today", PlanChangeRules.Refuse(subscription, old, Samples.Kyiv, ServiceSamples.Noon("2026-04-16"))?.Code);
        var next = PlanChangeRules.NextChangeAt(subscription, Samples.Kyiv)!.Value;
        Assert.Equal(new DateTimeOffset(2026, 4, 16, 21, 0, 0, TimeSpan.Zero), next);
        Assert.Null(PlanChangeRules.Refuse(subscription, old, Samples.Kyiv, next));
    }

    [Fact]
    public void It_is_refused_where_it_cannot_be()
    {
        var plan = samples.Plan();
        var subscription = samples.Paid(plan, "2026-04-01");
        Assert.Equal("plan_currency_differs", Refused(subscription, samples.Plan(currency: "USD")));
        Assert.Equal("plan_same", Refused(subscription, plan));
        Assert.Equal("plan_not_comparable", Refused(subscription, samples.Plan(billing: PlanBilling.Postpaid)));
        Assert.Equal("plan_not_comparable", Refused(subscription, samples.Plan(product: samples.Base.Product(ProductKind.Service))));
        Assert.Equal("plan_not_changeable", Refused(samples.Subscription(plan), samples.Plan()));
        Assert.Equal("plan_not_changeable", Refused(samples.Subscription(samples.Plan(billing: PlanBilling.Postpaid)), samples.Plan(billing: PlanBilling.Postpaid)));
        subscription.AwaitRenewal();
        Assert.Equal("renewal_undecided", Refused(subscription, samples.Plan()));
    }

    [Fact]
    public void A_preview_holds_while_day_price_and_balance_are_the_same()
    {
        var change = Preview(out var terms);
        Assert.True(change.Holds(terms));
        Assert.False(change.Holds(terms with { Day = terms.Day.AddDays(1) }));
        Assert.False(change.Holds(terms with { Price = terms.Price + 1 }));
        Assert.False(change.Holds(terms with { Available = terms.Available - 1 }));
        change.Execute(samples.Ids.New<Invoice>(), Samples.Now);
        Assert.False(change.Holds(terms));
    }

    [Fact]
    public void The_purchase_is_exactly_the_price_money_before_bonus()
    {
        var change = Preview(out var terms);
        Assert.Equal((5_000, 1_500, 1_000, 2_500), (terms.Price, terms.Credit, terms.Available, terms.Missing));
        change.Await(samples.Ids.New<Invoice>(), new FundsPart(400, 600));
        Assert.Equal(new FundsPart(3_900, 1_100), change.Purchase(change.Reserved + new FundsPart(2_500, 0)));
        Assert.Throws<ImpossibleMoveException>(() => change.Await(samples.Ids.New<Invoice>(), FundsPart.Nothing));
        change.Abandon(Samples.Now);
        Assert.Throws<ImpossibleMoveException>(() => change.Execute(samples.Ids.New<Invoice>(), Samples.Now));
    }

    [Fact]
    public void Its_invoice_expires_at_the_earlier_of_its_validity_and_the_old_end()
    {
        var (now, validity) = (ServiceSamples.Noon("2026-04-10"), ServiceSamples.Noon("2026-04-18"));
        Assert.Equal(ServiceSamples.Noon("2026-04-12"), PlanChange.ExpiresAt(validity, ServiceSamples.Noon("2026-04-12"), now));
        Assert.Equal(validity, PlanChange.ExpiresAt(validity, ServiceSamples.Noon("2026-05-12"), now));
        Assert.Equal(validity, PlanChange.ExpiresAt(validity, ServiceSamples.Noon("2026-04-01"), now));
    }

    private PlanChange Preview(out PlanChangeTerms terms)
    {
        var (old, better) = (samples.Plan(3_000), samples.Plan(5_000));
        var subscription = samples.Paid(old, "2026-04-01", paid: new FundsPart(2_000, 1_000));
        var credit = UnusedCredit.Of(subscription, ServiceSamples.Day("2026-04-16"));
        terms = new PlanChangeTerms(ServiceSamples.Day("2026-04-16"), 5_000, credit.Total.Total, 1_000);
        var quote = OrderPricing.Price([new PricedItem(samples.Product, better, 1, 1)], new TaxSettings(), "en").Value;
        return PlanChange.Preview(samples.Ids.New<PlanChange>(), subscription, quote, terms, credit, Samples.Now);
    }

    private void Change(Subscription subscription, Plan plan, string day, UnusedCredit credit) => subscription.ChangePlan(
        samples.Ids.New<ServicePeriod>(),
        credit.Periods.ToDictionary(period => period.PeriodId, period => period.Credit.Total),
        samples.Term(plan),
        plan,
        Samples.Kyiv,
        ServiceSamples.Noon(day));

    private static string? Refused(Subscription subscription, Plan plan) =>
        PlanChangeRules.Refuse(subscription, plan, Samples.Kyiv, ServiceSamples.Noon("2026-04-16"))?.Code;
}
