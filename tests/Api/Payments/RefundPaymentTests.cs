using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>Ruling 6.</summary>
public abstract class RefundPaymentTests(RunningServer server)
{
    [Fact]
    public async Task The_whole_refund_refunds_order_and_invoice_and_revokes_the_licence_at_once()
    {
        var shop = await Shop.Open(server);
        var (order, payment) = await shop.Sell(portal: "back.bitrix24.ua");
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "changed their mind" });
        Assert.Equal((RefundStatus.Succeeded, 19_900), (refund.Status, refund.Amount.Amount));
        Assert.Equal(OrderStatus.Refunded, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(InvoiceStatus.Refunded, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Status);
        Assert.Equal(LicenceStatus.Revoked, (await shop.LicenceOf("back.bitrix24.ua")).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_part_leaves_the_dates_and_one_unit_more_than_is_left_is_refused()
    {
        var shop = await Shop.Open(server);
        var (order, payment) = await shop.Sell(portal: "part.bitrix24.ua");
        var before = await shop.LicenceOf("part.bitrix24.ua");
        await Refund(shop, payment, 5_000);
        Assert.Equal(before.ValidUntil, (await shop.LicenceOf("part.bitrix24.ua")).ValidUntil);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await Refused.With("refund_exceeds_payment", () => Refund(shop, payment, 14_901));
        await Refund(shop, payment, 14_900);
        await Refused.With("refund_exceeds_payment", () => Refund(shop, payment, 1));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Parts_of_the_surcharge_add_up_to_the_whole()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = 300 } });
        var (_, payment) = await shop.Sell();
        var first = await Refund(shop, payment, 7_777);
        var second = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "rest" });
        Assert.Equal(payment.Surcharge.Amount, first.Surcharge.Amount + second.Surcharge.Amount);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Two_refunds_at_once_never_exceed_the_payment()
    {
        var shop = await Shop.Open(server);
        var (_, payment) = await shop.Sell();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                return (await Refund(shop, payment, 9_000)).Amount.Amount;
            }
            catch (BillingException refusal) when (refusal.Code == "refund_exceeds_payment")
            {
                return 0;
            }
        }));
        Assert.Equal(18_000, results.Sum());
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_declined_refund_counts_no_more_and_an_undecided_one_counts_as_made()
    {
        var shop = await Shop.Open(server);
        await shop.SetGateway(("refunds", "declined"));
        var (_, payment) = await shop.Sell();
        Assert.Equal(RefundStatus.Declined, (await Refund(shop, payment, 19_900)).Status);
        await shop.SetGateway(("refunds", "asynchronous"), ("refundDelaySeconds", 3_600));
        var (_, slow) = await shop.Sell();
        Assert.Equal(RefundStatus.Pending, (await Refund(shop, slow, 19_900)).Status);
        await Refused.With("refund_exceeds_payment", () => Refund(shop, slow, 1));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Money_returned_by_hand_is_recorded()
    {
        var shop = await Shop.Open(server);
        var (order, payment) = await shop.Sell();
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "in cash", Method = RefundMethod.Manual });
        Assert.Equal((RefundStatus.Succeeded, RefundMethod.Manual), (refund.Status, refund.Method));
        Assert.Equal(OrderStatus.Refunded, (await shop.Api.GetOrderAsync(order.Id)).Status);
    }

    [Fact]
    public async Task What_cannot_be_refunded_is_refused()
    {
        var shop = await Shop.Open(server);
        var pending = await shop.StartPayment((await shop.Place()).InvoiceId);
        await Refused.With("payment_not_refundable", () => Refund(shop, pending, 1));
        await Refused.With("payment_not_found", () => shop.Api.RefundPaymentAsync("pay_nonsense", new RefundPaymentRequest { Reason = "x" }));
        var (_, payment) = await shop.Sell();
        await Refused.With("amount_not_positive", () => Refund(shop, payment, 0));
        await Refused.With("currency_differs", () => shop.Api.RefundPaymentAsync(
            payment.Id, new RefundPaymentRequest { Reason = "x", Amount = new Money { Amount = 1, Currency = "USD" } }));
    }

    private static Task<Refund> Refund(Shop shop, Payment payment, long amount) => shop.Api.RefundPaymentAsync(
        payment.Id, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = amount, Currency = "UAH" } });
}

public sealed class RefundPaymentOnSqlite(ServerOnSqlite server) : RefundPaymentTests(server), IClassFixture<ServerOnSqlite>;

public sealed class RefundPaymentOnPostgres(ServerOnPostgres server) : RefundPaymentTests(server), IClassFixture<ServerOnPostgres>;
