using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>A refund that the gateway knew nothing of was declined, and then turns out to have gone out: never passed over (rule X4).</summary>
public abstract class LateRefundTests(SteppedServer server) : Scenario(server)
{
    private const long Part = 5_000;
    private const long ToppedUp = 100_000;

    private static (string Name, object Value)[] Slowly => [("refunds", "asynchronous"), ("refundDelaySeconds", 3_600)];

    [Fact]
    public async Task The_whole_refund_is_booked_when_its_money_is_still_there()
    {
        await LayCommissionOnBuyer(250);
        var (order, payment) = await Buy();
        var refund = await RefundAndLose(payment);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();

        await Confirm(refund);

        Assert.Equal((RefundStatus.Succeeded, false), await StateOf(refund));
        Assert.Equal(OrderStatus.Refunded, await StatusOf(order));
        Assert.Equal(LicenceStatus.Revoked, (await OnlyLicence()).Status);
        await Refused.With("refund_exceeds_payment", () => Refund(payment, 1));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task The_same_news_again_books_nothing_more()
    {
        var (_, payment) = await Buy();
        var refund = await RefundAndLose(payment, Part);

        await Confirm(refund);
        await Confirm(refund);

        Assert.Equal(1, (await Events()).Count(type => type == "refund.succeeded"));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_part_takes_its_tax_as_it_is_after_another_refund()
    {
        await Api.UpdateSettingsAsync(new UpdateSettingsRequest { Tax = new Tax { Registered = true } });
        var (order, payment) = await Buy();
        var first = await RefundAndLose(payment, Part + 1);
        await Refund(payment, Part + 1);

        await Confirm(first);
        await Refund(payment);

        Assert.Equal(OrderStatus.Refunded, await StatusOf(order));
        Assert.Equal(0L, await TaxKept());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task When_the_money_has_gone_another_way_a_person_is_called()
    {
        var (order, payment) = await Buy();
        var first = await RefundAndLose(payment);
        await Refund(payment, Part, RefundMethod.Manual);

        await Confirm(first);
        await Confirm(first);

        Assert.Equal((RefundStatus.Declined, true), await StateOf(first));
        Assert.Equal("succeededLate", (await Api.GetRefundAsync(first.Id)).Failure);
        Assert.Equal(1, (await Events()).Count(type => type == "refund.unknown"));
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Another_amount_calls_for_a_person()
    {
        var (_, payment) = await Buy();
        var refund = await RefundAndLose(payment, Part);

        await Confirm(refund, more: 1);

        Assert.Equal((RefundStatus.Declined, true), await StateOf(refund));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task One_that_ended_well_and_came_back_calls_for_a_person_once()
    {
        var (order, payment) = await Buy();
        var refund = await Refund(payment);
        await Confirm(refund);

        await Confirm(refund, status: "declined");
        await Confirm(refund, status: "declined");

        Assert.Equal((RefundStatus.Succeeded, true), await StateOf(refund));
        Assert.Equal("declinedLate", (await Api.GetRefundAsync(refund.Id)).Failure);
        Assert.Equal(1, (await Events()).Count(type => type == "refund.unknown"));
        Assert.Equal(OrderStatus.Refunded, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Money_that_no_invoice_needed_is_not_given_back_twice()
    {
        var order = await Place();
        var payment = await Start(order);
        await LoseSightOf(payment);
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Reconnect(Slowly);
        await Complete(payment);
        await Server.RunJobs();
        await LoseSightOfAll();
        var refund = Assert.Single(await Refunds());
        Assert.Equal(RefundStatus.Declined, refund.Status);

        await Confirm(refund);

        Assert.Equal((RefundStatus.Succeeded, false), await StateOf(refund));
        await Refused.With("refund_exceeds_payment", () => Refund(payment, 1));
        await Shop.ProveBooks();
    }

    [Theory]
    [InlineData(false, RefundStatus.Succeeded)]
    [InlineData(true, RefundStatus.Declined)]
    public async Task Of_a_top_up_it_is_booked_unless_the_balance_was_spent(bool isSpent, RefundStatus expected)
    {
        await Shop.GiveBonuses();
        var order = await Place();
        var invoice = await Api.TopUpBalanceAsync(order.CustomerId, new TopUpBalanceRequest { Amount = new Money { Amount = ToppedUp, Currency = "UAH" } });
        var payment = await Shop.StartPayment(invoice.Id);
        await Complete(payment);
        var refund = await RefundAndLose(payment);
        if (isSpent)
        {
            await Shop.PayFromFunds(order.InvoiceId);
        }

        await Confirm(refund);

        Assert.Equal((expected, isSpent), await StateOf(refund));
        Assert.Equal(isSpent ? ToppedUp - Price : 0, await BalanceOf(order));
        await Shop.ProveBooks();
    }

    /// <summary>A refund of which the gateway knows nothing when it is asked, until it is taken as never made.</summary>
    private async Task<Refund> RefundAndLose(Payment payment, long? amount = null)
    {
        await Reconnect(Slowly);
        var refund = await Refund(payment, amount);
        await LoseSightOfAll();
        Assert.Equal((RefundStatus.Declined, false), await StateOf(refund));
        return refund;
    }

    /// <summary>The provider's message that the money has gone, or has not.</summary>
    private async Task Confirm(Refund refund, long more = 0, string status = "succeeded")
    {
        var reference = (string)(await Server.Database.Execute($"select merchant_reference from refunds where id = '{refund.Id}'"))!;
        var amount = refund.Amount.Amount + refund.Surcharge.Amount - refund.Deducted.Amount + more;
        await Deliver(Sign(ProviderEvent.About(new ProviderRefund("rfd_late", reference, "", status, amount, "UAH"))));
    }

    private async Task<(RefundStatus Status, bool NeedsPerson)> StateOf(Refund refund)
    {
        var seen = await Api.GetRefundAsync(refund.Id);
        return (seen.Status, seen.NeedsPerson);
    }

    /// <summary>What is left on the tax account.</summary>
    private async Task<long> TaxKept() => Convert.ToInt64(await Server.Database.Execute(
        $"""
        select sum(case when credit like 'tax:%' then amount_minor else -amount_minor end) from transfers
        where merchant_id = '{Shop.Merchant.Id}' and phase = 'Posted' and (credit like 'tax:%' or debit like 'tax:%')
        """));
}

public sealed class LateRefundOnSqlite(SteppedOnSqlite server) : LateRefundTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class LateRefundOnPostgres(SteppedOnPostgres server) : LateRefundTests(server), IClassFixture<SteppedOnPostgres>;
