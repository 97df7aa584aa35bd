using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Gateways;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>A gateway offers what is on its card and nothing else: this one takes amounts within limits and gives nothing back.</summary>
public abstract class CashTests(CashDeskServer server)
{
    [Fact]
    public async Task An_amount_that_the_gateway_does_not_take_is_refused_and_not_offered()
    {
        var shop = await CashDesk.Open(server);
        var (cheap, fitting, dear) = (await shop.Place(shop.Light), await shop.Place(), await shop.Place(months: 12));

        await Refused.With("gateway_amount_not_possible", () => CashDesk.Start(shop, cheap));
        await Refused.With("gateway_amount_not_possible", () => CashDesk.Start(shop, fitting, amount: 9_999));
        await Refused.With("gateway_amount_not_possible", () => CashDesk.Start(shop, dear));

        Assert.Equal([Shop.Gateway], await WaysToPay(shop, cheap));
        Assert.Equal([CashDesk.Gateway, Shop.Gateway], await WaysToPay(shop, fitting));
    }

    [Fact]
    public async Task Money_that_the_gateway_cannot_return_is_returned_by_hand()
    {
        var shop = await CashDesk.Open(server);
        var order = await shop.Place();
        var payment = await CashDesk.TakeCash(server, shop, await CashDesk.Start(shop, order));

        await Refused.With("refund_by_hand", () => Refund(shop, payment, RefundMethod.Gateway));
        Assert.Empty((await shop.Api.ListRefundsAsync()).Data);
        var refund = await Refund(shop, payment, RefundMethod.Manual);

        Assert.Equal((RefundStatus.Succeeded, 19_900), (refund.Status, refund.Amount.Amount));
        Assert.Equal(OrderStatus.Refunded, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task What_the_buyer_must_do_stands_on_our_own_page()
    {
        var shop = await CashDesk.Open(server);
        var payment = await CashDesk.Start(shop, await shop.Place());

        var page = await server.Client.GetStringAsync(new Uri(payment.NextAction!.Url));

        Assert.Equal("redirect", payment.NextAction.Type);
        Assert.Contains("Come to the desk.", page, StringComparison.Ordinal);
    }

    private static Task<Refund> Refund(Shop shop, Payment payment, RefundMethod method) =>
        shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "changed their mind", Method = method });

    private static async Task<IEnumerable<string>> WaysToPay(Shop shop, Order order) =>
        (await shop.Api.GetInvoiceAsync(order.InvoiceId)).WaysToPay.Select(way => way.Gateway!).Order(StringComparer.Ordinal);
}

public sealed class CashOnSqlite(CashDeskOnSqlite server) : CashTests(server), IClassFixture<CashDeskOnSqlite>;

public sealed class CashOnPostgres(CashDeskOnPostgres server) : CashTests(server), IClassFixture<CashDeskOnPostgres>;
