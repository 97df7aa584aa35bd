using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rules C2, D1 and D5.</summary>
public abstract class UpdateSubscriptionTests(RunningServer server)
{
    [Fact]
    public async Task Only_administrators_choose_how_it_goes_on()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Subscribe();
        var request = new UpdateSubscriptionRequest { AutoPay = new AutoPay { Method = AutoPayMethod.Balance } };
        await Refused.With("administrator_needed", async () => await (await desk.As(CustomerRole.Employee)).UpdateSubscriptionAsync(subscription.Id, request));
        var changed = await (await desk.As(CustomerRole.Administrator)).UpdateSubscriptionAsync(subscription.Id, request);
        Assert.Equal(AutoPayMethod.Balance, changed.AutoPay.Method);
    }

    [Fact]
    public async Task B6_an_automatic_invoice_that_is_switched_on_late_is_issued_at_once()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running();
        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-2));
        await desk.Shop.Api.UpdateSubscriptionAsync(subscription.Id, new UpdateSubscriptionRequest { AutoPay = new AutoPay { Method = AutoPayMethod.Invoice } });
        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-1));
        Assert.NotNull((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
    }
}

public sealed class UpdateSubscriptionOnSqlite(ServerOnSqlite server) : UpdateSubscriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class UpdateSubscriptionOnPostgres(ServerOnPostgres server) : UpdateSubscriptionTests(server), IClassFixture<ServerOnPostgres>;
