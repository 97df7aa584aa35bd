using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Invoices;

public abstract class GetInvoiceTests(RunningServer server)
{
    [Fact]
    public async Task An_open_invoice_shows_what_is_due_until_when_and_how_to_pay()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = 275 } });
        var order = await shop.Place();
        var invoice = await shop.Api.GetInvoiceAsync(order.InvoiceId);
        Assert.Equal((InvoiceStatus.Open, 19_900, 0, 19_900), (invoice.Status, invoice.Total.Amount, invoice.Paid.Amount, invoice.Due.Amount));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 22, 0, 0, TimeSpan.Zero), invoice.DueAt);
        var way = Assert.Single(invoice.WaysToPay);
        Assert.Equal((PaymentMethod.Gateway, Shop.Gateway, 563), (way.Method, way.Gateway, way.Surcharge.Amount));
        Assert.Equal(["applePay", "googlePay", "samsungPay"], way.Wallets.Order());
        Assert.Equal(order.PayUrl, invoice.PayUrl);
    }

    [Fact]
    public async Task A_paid_invoice_offers_no_more_ways_to_pay()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell();
        var invoice = await shop.Api.GetInvoiceAsync(order.InvoiceId);
        Assert.Equal((InvoiceStatus.Paid, 19_900, 0), (invoice.Status, invoice.Paid.Amount, invoice.Due.Amount));
        Assert.Empty(invoice.WaysToPay);
    }

    [Fact]
    public async Task Another_merchants_invoice_is_not_found()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        var order = await shop.Place();
        await Refused.With("invoice_not_found", () => stranger.Api.GetInvoiceAsync(order.InvoiceId));
    }
}

public sealed class GetInvoiceOnSqlite(ServerOnSqlite server) : GetInvoiceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetInvoiceOnPostgres(ServerOnPostgres server) : GetInvoiceTests(server), IClassFixture<ServerOnPostgres>;
