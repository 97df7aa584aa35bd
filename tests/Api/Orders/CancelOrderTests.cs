using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

public abstract class CancelOrderTests(RunningServer server)
{
    [Fact]
    public async Task A_pending_order_is_cancelled_with_its_invoice_which_keeps_its_number()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        Assert.Equal(OrderStatus.Cancelled, (await shop.Api.CancelOrderAsync(order.Id)).Status);
        var invoice = await shop.Api.GetInvoiceAsync(order.InvoiceId);
        Assert.Equal((InvoiceStatus.Cancelled, "2026-000001"), (invoice.Status, invoice.Number));
        await Refused.With("order_not_cancellable", () => shop.Api.CancelOrderAsync(order.Id));
        await Refused.With("order_not_found", () => shop.Api.CancelOrderAsync("ord_nonsense"));
    }

    [Fact]
    public async Task Not_while_a_payment_is_undecided()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await shop.StartPayment(order.InvoiceId);
        await Refused.With("payment_undecided", () => shop.Api.CancelOrderAsync(order.Id));
    }

    [Fact]
    public async Task A_paid_order_is_refunded_and_not_cancelled()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell();
        await Refused.With("order_not_cancellable", () => shop.Api.CancelOrderAsync(order.Id));
    }
}

public sealed class CancelOrderOnSqlite(ServerOnSqlite server) : CancelOrderTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CancelOrderOnPostgres(ServerOnPostgres server) : CancelOrderTests(server), IClassFixture<ServerOnPostgres>;
