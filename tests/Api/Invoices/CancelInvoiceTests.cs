using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Invoices;

public abstract class CancelInvoiceTests(RunningServer server)
{
    [Fact]
    public async Task A_cancelled_invoice_cannot_be_paid()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        Assert.Equal(InvoiceStatus.Cancelled, (await shop.Api.CancelInvoiceAsync(order.InvoiceId)).Status);
        Assert.Equal(OrderStatus.Cancelled, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await Refused.With("invoice_not_open", () => shop.StartPayment(order.InvoiceId));
        await Refused.With("invoice_not_open", () => shop.Api.CancelInvoiceAsync(order.InvoiceId));
        await Refused.With("invoice_not_found", () => shop.Api.CancelInvoiceAsync("inv_nonsense"));
    }

    [Fact]
    public async Task What_a_partial_payment_had_brought_goes_back()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var part = await shop.StartPayment(order.InvoiceId, 5_000);
        await shop.EnterCard(part);
        await shop.Decided(part.Id);
        Assert.Equal(14_900, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Due.Amount);
        await shop.Api.CancelInvoiceAsync(order.InvoiceId);
        var refund = Assert.Single((await shop.Api.ListRefundsAsync(paymentId: part.Id)).Data);
        Assert.Equal((RefundSource.Surplus, 5_000), (refund.Source, refund.Amount.Amount));
        await shop.ProveBooks();
    }
}

public sealed class CancelInvoiceOnSqlite(ServerOnSqlite server) : CancelInvoiceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CancelInvoiceOnPostgres(ServerOnPostgres server) : CancelInvoiceTests(server), IClassFixture<ServerOnPostgres>;
