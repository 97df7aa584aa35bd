using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Usage;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rules B6, D2, D3, D5 and rulings 6, 8, 27, 32.</summary>
public abstract class RenewSubscriptionTests(RunningServer server)
{
    [Fact]
    public async Task D3_asking_again_answers_the_open_invoice_also_for_other_months()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running();
        var invoice = await desk.Renew(subscription);
        Assert.Equal(invoice.Id, (await desk.Renew(subscription, months: 12)).Id);
        await desk.Shop.Api.CancelInvoiceAsync(invoice.Id);
        var year = await desk.Renew(subscription, months: 12);
        Assert.Equal(288_000, year.Total.Amount);
        await desk.Shop.Pay(year.Id);
        Assert.Equal(desk.Midnight(months: 13), (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task D5_at_its_end_it_is_extended_from_the_balance_month_after_month_while_the_money_is_there()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Balance);
        await desk.Shop.TopUp(desk.Customer.Id, 65_000);
        await desk.Shop.MoveClock(desk.Midnight(months: 3).AddSeconds(1));
        subscription = await desk.Shop.Api.GetSubscriptionAsync(subscription.Id);
        Assert.Equal((SubscriptionState.Expired, 3), (subscription.State, subscription.Periods.Count));
        Assert.Equal(5_000, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Balance.Amount);

        var topUp = await desk.Shop.TopUp(desk.Customer.Id, 25_000);
        Assert.Equal(subscription.OpenInvoiceId, Assert.Single(topUp.PayableInvoices).Id);
        await desk.Shop.PayFromFunds(subscription.OpenInvoiceId!);
        Assert.Equal(SubscriptionState.Active, (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).State);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task D5_the_earliest_end_is_paid_first_and_each_whole_or_not()
    {
        var desk = await ServiceDesk.Open(server);
        var later = await desk.Running(AutoPayMethod.Balance, months: 12);
        var earlier = await desk.Running(AutoPayMethod.Balance);
        await desk.Shop.TopUp(desk.Customer.Id, 30_000 + 287_999);
        await desk.Shop.MoveClock(desk.Midnight(months: 1));
        Assert.Equal(desk.Midnight(months: 2), (await desk.Shop.Api.GetSubscriptionAsync(earlier.Id)).PaidUntil);
        await desk.Shop.Api.UpdateSubscriptionAsync(earlier.Id, new UpdateSubscriptionRequest { AutoPay = new AutoPay { Method = AutoPayMethod.None } });

        await desk.Shop.MoveClock(desk.Midnight(months: 12));
        later = await desk.Shop.Api.GetSubscriptionAsync(later.Id);
        Assert.Equal((SubscriptionState.Expired, 287_999), (later.State, await desk.Balance()));
        Assert.Equal(288_000, (await desk.Shop.Api.GetInvoiceAsync(later.OpenInvoiceId!)).Due.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task B6_the_automatic_invoice_comes_five_days_before_the_end()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Invoice);
        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-6));
        Assert.Null((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
        await desk.Shop.MoveClock(subscription.PaidUntil!.Value.AddDays(-4));
        var invoice = (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId;
        await desk.Shop.Pay(invoice!);
        Assert.Equal(desk.Midnight(months: 2), (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task B6_it_comes_also_where_a_refund_has_moved_the_end()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Invoice);
        var year = await desk.Shop.Pay((await desk.Renew(subscription, months: 12)).Id);
        await desk.Shop.Pay((await desk.Renew(subscription)).Id);
        await desk.Shop.Api.RefundPaymentAsync(year.Id, new RefundPaymentRequest { Reason = "test" });
        await desk.Shop.MoveClock(desk.Midnight(months: 2).AddDays(-4));
        Assert.NotNull((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task B6_it_comes_at_once_where_its_day_has_passed_when_a_refund_moves_the_end()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running(AutoPayMethod.Invoice);
        var extension = await desk.Shop.Pay((await desk.Renew(subscription)).Id);
        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddDays(-4));
        Assert.Null((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
        await desk.Shop.Api.RefundPaymentAsync(extension.Id, new RefundPaymentRequest { Reason = "test" });
        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddDays(-4).AddSeconds(1));
        Assert.NotNull((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task What_is_paid_after_use_is_not_extended()
    {
        var desk = await UsageDesk.Open(server);
        var service = await desk.Subscribe();
        await Refused.With("not_renewable", () => desk.Shop.Api.RenewSubscriptionAsync(service.Id, new RenewSubscriptionRequest { Months = 1 }));
    }

    [Fact]
    public async Task A_whole_refund_takes_its_months_back()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.Running();
        var invoice = await desk.Renew(subscription);
        var payment = await desk.Shop.Pay(invoice.Id);
        await desk.Shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = 10_000, Currency = "UAH" } });
        Assert.Equal(desk.Midnight(months: 2), (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
        await desk.Shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        Assert.Equal(desk.Midnight(months: 1), (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
    }
}

public sealed class RenewSubscriptionOnSqlite(ServerOnSqlite server) : RenewSubscriptionTests(server), IClassFixture<ServerOnSqlite>;

public sealed class RenewSubscriptionOnPostgres(ServerOnPostgres server) : RenewSubscriptionTests(server), IClassFixture<ServerOnPostgres>;
