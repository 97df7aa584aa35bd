using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>What was paid ahead runs on.</summary>
public abstract class CancelSubscriptionTests(RunningServer server)
{
    [Fact]
    public async Task It_runs_on_to_its_end_and_is_not_extended()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Balance);
        await desk.Shop.TopUp(desk.Customer.Id, 90_000);
        var cancelled = await desk.Shop.Api.CancelSubscriptionAsync(subscription.Id);
        Assert.Equal(SubscriptionState.Active, cancelled.State);
        await Refused.With("subscription_ended", () => desk.Shop.Api.CancelSubscriptionAsync(subscription.Id));
        await Refused.With("subscription_ended", () => desk.Renew(subscription));
        await desk.Shop.MoveClock(subscription.PaidUntil!.Value);
        Assert.Equal(SubscriptionState.Cancelled, (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).State);
        Assert.Equal(90_000, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Balance.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Before_its_first_payment_it_ends_at_once_with_its_invoice()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Subscribe();
        Assert.Equal(SubscriptionState.Cancelled, (await desk.Shop.Api.CancelSubscriptionAsync(subscription.Id)).State);
        Assert.Equal(InvoiceStatus.Cancelled, (await desk.Shop.Api.GetInvoiceAsync(subscription.OpenInvoiceId!)).Status);
        await desk.Shop.ProveBooks();
    }
}

public sealed class CancelSubscriptionOnSqlite(ServerOnSqlite server) : CancelSubscriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CancelSubscriptionOnPostgres(ServerOnPostgres server) : CancelSubscriptionTests(server), IClassFixture<ServerOnPostgres>;
