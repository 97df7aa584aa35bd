using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>Money that no invoice needs: never income, never a second term, and never lost (ruling 4).</summary>
public abstract class LateMoneyTests(SteppedServer server) : Scenario(server)
{
    private const long Part = 4_000;

    [Fact]
    public async Task A_cancelled_invoice_paid_late_gives_the_money_back()
    {
        var (order, payment) = await BeginAndLose();
        await Api.CancelInvoiceAsync(order.InvoiceId);

        await Complete(payment);
        Assert.Equal(Price, (await Listed(payment)).Unapplied.Amount);
        await Server.RunJobs();

        await AssertGivenBack(order, Price);
        Assert.Equal(InvoiceStatus.Cancelled, (await InvoiceOf(order)).Status);
    }

    [Fact]
    public async Task A_cancelled_invoice_paid_late_fills_the_balance()
    {
        await Choose(SurplusPolicy.Balance);
        var (order, payment) = await BeginAndLose();
        await Api.CancelInvoiceAsync(order.InvoiceId);

        await Complete(payment);
        await Server.RunJobs();

        Assert.Empty(await Refunds());
        Assert.Equal(Price, await BalanceOf(order));
        Assert.Equal(OrderStatus.Cancelled, await StatusOf(order));
        Assert.Empty(await Licences());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task An_expired_invoice_paid_late_gives_the_money_back_commission_included()
    {
        await LayCommissionOnBuyer(250);
        var (order, payment) = await BeginAndLose();
        await Shop.MoveClock((await InvoiceOf(order)).DueAt);
        Assert.Equal(InvoiceStatus.Expired, (await InvoiceOf(order)).Status);

        await Complete(payment);
        await Server.RunJobs();

        await AssertGivenBack(order, Price + 511);
        Assert.Equal(InvoiceStatus.Expired, (await InvoiceOf(order)).Status);
    }

    [Fact]
    public async Task Of_two_payments_that_succeed_at_once_one_goes_back()
    {
        var (order, first) = await BeginAndLose();
        var second = await Start(order);
        await PayOnPage(first);
        await PayOnPage(second);
        SignedCallback[] news = [await NewsOf(first), await NewsOf(second)];

        var statuses = await Task.WhenAll(news.Select(callback => Deliver(callback)));
        await Server.RunJobs();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal(LicenceStatus.Active, (await OnlyLicence()).Status);
        Assert.Equal([0, Price], (await Api.ListPaymentsAsync()).Data.Select(payment => payment.Unapplied.Amount).Order());
        Assert.Equal([Price, Price, -Price], await Provider.Book());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task What_a_payment_brings_more_than_is_still_due_goes_back()
    {
        var (order, first) = await BeginAndLose();
        await Complete(await Start(order, Part));

        await Complete(first);
        await Server.RunJobs();

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal(Part, (await Listed(first)).Unapplied.Amount);
        Assert.Equal([Part, Price, -Part], await Provider.Book());
        await Shop.ProveBooks();
    }

    [Theory]
    [InlineData(SurplusPolicy.Refund)]
    [InlineData(SurplusPolicy.Balance)]
    public async Task The_part_paid_of_an_invoice_that_is_cancelled_follows_the_policy(SurplusPolicy policy)
    {
        await Choose(policy);
        var order = await Place();
        await Complete(await Start(order, Part));

        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Server.RunJobs();

        Assert.Equal(policy == SurplusPolicy.Refund ? [Part, -Part] : [Part], await Provider.Book());
        Assert.Equal(policy == SurplusPolicy.Refund ? 0 : Part, await BalanceOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task The_part_paid_of_an_open_invoice_is_not_refunded_but_given_up_by_cancelling()
    {
        var order = await Place();
        var payment = await Start(order, Part);
        await Complete(payment);

        await Refused.With("payment_not_refundable", () => Refund(payment));
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Server.RunJobs();

        await AssertGivenBack(order, Part);
    }

    [Fact]
    public async Task The_part_paid_of_an_invoice_that_expires_goes_back()
    {
        var order = await Place();
        await Complete(await Start(order, Part));

        await Shop.MoveClock((await InvoiceOf(order)).DueAt);
        await Server.RunJobs();

        await AssertGivenBack(order, Part);
    }

    [Fact]
    public async Task A_part_that_comes_after_the_last_day_still_lets_the_invoice_expire()
    {
        var order = await Place();
        var payment = await Start(order, Part);
        await Shop.MoveClock((await InvoiceOf(order)).DueAt);
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);

        await Complete(payment);
        await Server.RunJobs();

        Assert.Equal(InvoiceStatus.Expired, (await InvoiceOf(order)).Status);
        await AssertGivenBack(order, Part);
    }

    [Fact]
    public async Task While_an_attempt_is_undecided_an_invoice_neither_expires_nor_can_be_cancelled()
    {
        var order = await Place();
        var payment = await Start(order);

        await Refused.With("payment_undecided", () => Api.CancelInvoiceAsync(order.InvoiceId));
        await Shop.MoveClock((await InvoiceOf(order)).DueAt + TimeSpan.FromDays(1));
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
        await Complete(payment);

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task An_invoice_that_waited_for_an_attempt_expires_when_it_comes_to_nothing()
    {
        var order = await Place();
        var payment = await Start(order);
        await Shop.MoveClock((await InvoiceOf(order)).DueAt + TimeSpan.FromDays(1));

        await Provider.GiveUp(PageOf(payment));
        await Deliver(await NewsOf(payment));
        await Server.RunJobs();

        Assert.Equal(InvoiceStatus.Expired, (await InvoiceOf(order)).Status);
        Assert.Equal(OrderStatus.Cancelled, await StatusOf(order));
    }

    [Fact]
    public async Task A_surplus_goes_back_once_though_the_gateway_is_away_for_hours()
    {
        var (order, payment) = await BeginAndLose();
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Complete(payment);
        await CutOff();
        for (var hour = 0; hour < 3; hour++)
        {
            await Wait(TimeSpan.FromHours(1));
        }

        var refund = Assert.Single(await Refunds());
        Assert.Equal(RefundStatus.Pending, refund.Status);
        await Reconnect();

        // Whoever reads it asks the gateway, which has never heard of it: that must not end it.
        for (var reading = 0; reading < 3; reading++)
        {
            Time.Advance(TimeSpan.FromSeconds(30));
            await Api.GetRefundAsync(refund.Id);
        }

        await Wait(TimeSpan.FromHours(6));
        await AssertGivenBack(order, Price);
    }

    [Fact]
    public async Task A_surplus_that_the_gateway_does_not_return_is_returned_by_hand()
    {
        var (order, payment) = await BeginAndLose();
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Reconnect(("refunds", "declined"));
        await Complete(payment);
        await Server.RunJobs();
        Assert.Equal(RefundStatus.Declined, Assert.Single(await Refunds()).Status);
        await Shop.ProveBooks();

        var byHand = await Refund(payment, method: RefundMethod.Manual);

        Assert.Equal((RefundStatus.Succeeded, RefundSource.Surplus, Price), (byHand.Status, byHand.Source, byHand.Amount.Amount));
        await Refused.With("refund_exceeds_payment", () => Refund(payment, method: RefundMethod.Manual));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task What_is_left_over_and_was_not_returned_goes_back_by_hand_before_the_money_of_the_invoice()
    {
        var (order, first) = await BeginAndLose();
        await Complete(await Start(order, Part));
        await Reconnect(("refunds", "declined"));
        await Complete(first);
        await Server.RunJobs();
        Assert.Equal(RefundStatus.Declined, Assert.Single(await Refunds()).Status);

        var surplus = await Refund(first, method: RefundMethod.Manual);
        Assert.Equal((RefundSource.Surplus, Part), (surplus.Source, surplus.Amount.Amount));
        Assert.Equal(InvoiceStatus.Paid, (await InvoiceOf(order)).Status);

        var ofInvoice = await Refund(first, method: RefundMethod.Manual);
        Assert.Equal((RefundSource.Invoice, Price - Part), (ofInvoice.Source, ofInvoice.Amount.Amount));
        await Refused.With("refund_exceeds_payment", () => Refund(first, method: RefundMethod.Manual));
        await Shop.ProveBooks();
    }

    private async Task<(Order Order, Payment Payment)> BeginAndLose()
    {
        var order = await Place();
        var payment = await Start(order);
        await LoseSightOf(payment);
        return (order, payment);
    }

    private async Task AssertGivenBack(Order order, long amount)
    {
        var refund = Assert.Single(await Refunds());
        Assert.Equal((RefundStatus.Succeeded, RefundSource.Surplus, amount), (refund.Status, refund.Source, refund.Amount.Amount));
        Assert.Equal([amount, -amount], await Provider.Book());
        Assert.Equal(OrderStatus.Cancelled, await StatusOf(order));
        Assert.Empty(await Licences());
        await Shop.ProveBooks();
    }
}

public sealed class LateMoneyOnSqlite(SteppedOnSqlite server) : LateMoneyTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class LateMoneyOnPostgres(SteppedOnPostgres server) : LateMoneyTests(server), IClassFixture<SteppedOnPostgres>;
