using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.PlanChanges;

/// <summary>Rule D6 and ruling 38.</summary>
public abstract class ChangePlanTests(RunningServer server)
{
    [Fact]
    public async Task D6_with_the_money_there_it_changes_at_once_and_a_new_period_begins_today()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 50_000);
        var preview = await desk.Preview(subscription, desk.Better);
        Assert.Equal((60_000, PlanChangeDecision.Now, 0), (preview.Price.Amount, preview.Decision, preview.Missing.Amount));

        var change = await desk.Change(subscription, preview);
        Assert.Equal(PlanChangeState.Executed, change.State);
        subscription = await desk.Shop.Api.GetSubscriptionAsync(subscription.Id);
        Assert.Equal((desk.Better.Id, desk.Midnight(months: 1, days: 10)), (subscription.PlanId, subscription.PaidUntil));
        Assert.Equal(50_000 + preview.Credit.Amount - 60_000, await desk.Balance());
        await desk.Shop.ProveBooks();
        await Refused.With("plan_changed_today", () => desk.Preview(subscription, desk.Plan));
        Assert.Equal(desk.Midnight(months: 0, days: 11), subscription.NextChangeAt);
        await desk.Shop.MoveClock(subscription.NextChangeAt!.Value);
        Assert.Null((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).NextChangeAt);
    }

    [Fact]
    public async Task D6_without_it_the_balance_is_reserved_and_paying_the_invoice_changes_the_tariff()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 1_000);
        var preview = await desk.Preview(subscription, desk.Better);
        await Refused.With("funds_missing", () => desk.Change(subscription, preview));
        Assert.Equal(0, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Reserved.Amount);

        var change = await desk.Change(subscription, preview, createInvoice: true);
        Assert.Equal((PlanChangeState.Awaiting, 1_000), (change.State, change.Reserved.Amount));
        Assert.Equal(60_000 - preview.Credit.Amount - 1_000, (await desk.Shop.Api.GetInvoiceAsync(change.InvoiceId!)).Total.Amount);
        Assert.Equal(0, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Available.Amount);
        await desk.Shop.ProveBooks();

        await desk.Shop.Pay(change.InvoiceId!);
        Assert.Equal(desk.Better.Id, (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PlanId);
        Assert.Equal(0, await desk.Balance());
        await desk.Shop.ProveBooks();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task D6_a_cancelled_or_expired_invoice_gives_the_reserve_back(bool expires)
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 1_000);
        var change = await desk.Change(subscription, await desk.Preview(subscription, desk.Better), createInvoice: true);
        var invoice = await desk.Shop.Api.GetInvoiceAsync(change.InvoiceId!);
        await (expires ? desk.Shop.MoveClock(invoice.DueAt) : (Task)desk.Shop.Api.CancelInvoiceAsync(invoice.Id));
        var balance = await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id);
        Assert.Equal((1_000, 0, 1_000), (balance.Balance.Amount, balance.Reserved.Amount, balance.Available.Amount));
        Assert.Equal(desk.Plan.Id, (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PlanId);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_downgrade_puts_what_is_left_on_the_balance()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(months: 12);
        await desk.Shop.TopUp(desk.Customer.Id, 60_000);
        var preview = await desk.Preview(subscription, desk.Better);
        Assert.Equal(288_000, preview.Credit.Amount);
        await desk.Change(subscription, preview);
        Assert.Equal(60_000 + 288_000 - 60_000, await desk.Balance());
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_change_of_money_or_day_outdates_the_preview_and_an_open_extension_gives_way()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        var extension = await desk.Renew(subscription);
        var preview = await desk.Preview(subscription, desk.Better);
        await desk.Shop.TopUp(desk.Customer.Id, 70_000);
        await Refused.With("preview_outdated", () => desk.Change(subscription, preview));
        await desk.Change(subscription, await desk.Preview(subscription, desk.Better));
        Assert.Equal(InvoiceStatus.Cancelled, (await desk.Shop.Api.GetInvoiceAsync(extension.Id)).Status);
        await Refused.With("preview_not_found", () => desk.Shop.Api.ChangePlanAsync(subscription.Id, new ChangePlanRequest { PreviewId = "chg_nonsense" }));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_change_that_waits_gives_way_to_another_also_to_one_that_was_previewed_before_it()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 1_000);
        var (first, second) = (await desk.Preview(subscription, desk.Better), await desk.Preview(subscription, desk.Better));
        var waiting = await desk.Change(subscription, second, createInvoice: true);
        Assert.Equal(PlanChangeState.Awaiting, (await desk.Change(subscription, first, createInvoice: true)).State);
        Assert.Equal(InvoiceStatus.Cancelled, (await desk.Shop.Api.GetInvoiceAsync(waiting.InvoiceId!)).Status);
        Assert.Equal(1_000, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Reserved.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task What_it_bought_can_go_back_to_the_balance_and_what_was_missing_to_the_card()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        var change = await desk.Change(subscription, await desk.Preview(subscription, desk.Better), createInvoice: true);
        var payment = await desk.Shop.Pay(change.InvoiceId!);
        var purchase = (await desk.Shop.Api.ListPaymentsAsync(customerId: desk.Customer.Id)).Data.Single(row => row.Method == PaymentMethod.Balance);
        await desk.Shop.Api.RefundPaymentAsync(purchase.Id, new RefundPaymentRequest { Reason = "test" });
        Assert.Equal(60_000, await desk.Balance());
        await desk.Shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        Assert.Equal(60_000 - payment.Amount.Amount, await desk.Balance());
        Assert.Equal(SubscriptionState.Expired, (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).State);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task B2_of_services_that_one_invoice_paid_for_what_is_refunded_after_one_has_changed_is_the_other_ones()
    {
        var desk = await ServiceDesk.Open(server);
        var (first, second) = (await desk.Running(), await desk.Running());
        var payment = await desk.Shop.Pay((await desk.Invoice((first, 1), (second, 1))).Id);
        await desk.Shop.TopUp(desk.Customer.Id, 100_000);
        await desk.Change(first, await desk.Preview(first, desk.Better));
        await desk.Shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = 15_000, Currency = "UAH" } });

        var preview = await desk.Preview(second, desk.Better);
        Assert.Equal([30_000, 15_000], preview.Credits.Select(period => period.Credit.Amount));
        Assert.Equal(PlanChangeState.Executed, (await desk.Change(second, preview)).State);
        Assert.Equal(100_000 + 60_000 + 45_000 - 120_000, await desk.Balance());
        await desk.Shop.ProveBooks();
    }
}

public sealed class ChangePlanOnSqlite(ServerOnSqlite server) : ChangePlanTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ChangePlanOnPostgres(ServerOnPostgres server) : ChangePlanTests(server), IClassFixture<ServerOnPostgres>;
