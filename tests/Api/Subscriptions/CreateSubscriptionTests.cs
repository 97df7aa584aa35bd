using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Usage;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rule D1: a service begins when its first invoice is paid.</summary>
public abstract class CreateSubscriptionTests(RunningServer server)
{
    [Fact]
    public async Task It_begins_when_its_first_invoice_is_paid_and_ends_a_month_later_at_local_midnight()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Subscribe();
        Assert.Equal((SubscriptionState.Pending, 5), (subscription.State, subscription.UserLimit));
        await desk.Shop.Pay(subscription.OpenInvoiceId!);
        subscription = await desk.Shop.Api.GetSubscriptionAsync(subscription.Id);
        Assert.Equal((SubscriptionState.Active, null), (subscription.State, subscription.OpenInvoiceId));
        Assert.Equal(30_000, Assert.Single(subscription.Periods).Paid.Amount);
        Assert.Equal(desk.Midnight(months: 1), subscription.PaidUntil);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task What_is_no_service_or_is_not_offered_is_refused()
    {
        var desk = await ServiceDesk.Open(server);
        await Refused.With("not_a_service", () => desk.Subscribe(desk.Shop.Pro));
        await Refused.With("term_not_offered", () => desk.Subscribe(months: 7));
        await Refused.With("saved_methods_off", () => desk.Subscribe(autoPay: AutoPayMethod.Card));
    }

    [Fact]
    public async Task C3_what_is_paid_after_use_begins_at_once_and_has_no_terms()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        Assert.Equal((SubscriptionState.Active, null, null), (service.State, service.PaidUntil, service.OpenInvoiceId));
        var request = new CreateSubscriptionRequest { CustomerId = desk.Customer.Id, PlanId = desk.Plan.Id, Months = 1 };
        await Refused.With("term_not_offered", () => desk.Shop.Api.CreateSubscriptionAsync(request));
        (request.Months, request.Quantity) = (null, 10_001);
        await Refused.With("quantity_not_allowed", () => desk.Shop.Api.CreateSubscriptionAsync(request));
        (request.Quantity, request.AutoPay) = (1, new AutoPay { Method = AutoPayMethod.Balance });
        await Refused.With("auto_pay_not_needed", () => desk.Shop.Api.CreateSubscriptionAsync(request));
        Assert.Single((await desk.Shop.Api.ListSubscriptionsAsync()).Data);
    }

    [Fact]
    public async Task What_is_paid_after_use_is_not_sold_by_an_order()
    {
        var desk = await UsageDesk.Open(server);
        var plan = await desk.Shop.Api.UpdatePlanAsync(desk.Plan.Id, new UpdatePlanRequest { Terms = [new PlanTerm { Months = 1 }] });
        await Refused.With("term_not_offered", () => desk.Shop.Place(plan));
    }
}

public sealed class CreateSubscriptionOnSqlite(ServerOnSqlite server) : CreateSubscriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CreateSubscriptionOnPostgres(ServerOnPostgres server) : CreateSubscriptionTests(server), IClassFixture<ServerOnPostgres>;
