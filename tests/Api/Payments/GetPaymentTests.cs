using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

public abstract class GetPaymentTests(RunningServer server)
{
    [Fact]
    public async Task A_payment_shows_its_exchanges_and_the_plugin_version()
    {
        var shop = await Shop.Open(server);
        var (_, sold) = await shop.Sell();
        var payment = await shop.Api.GetPaymentAsync(sold.Id);
        Assert.Equal("1.0.0", payment.PluginVersion);
        Assert.Equal((AttemptKind.Start, "actionNeeded"), (payment.Attempts!.First().Kind, payment.Attempts!.First().Outcome));
        Assert.Equal("succeeded", payment.Attempts!.Last().Outcome);
    }

    [Fact]
    public async Task A_missing_callback_loses_nothing_reading_the_payment_asks_the_gateway()
    {
        var shop = await Shop.Open(server);
        await shop.SetGateway(("callbacks", "omitted"));
        var order = await shop.Place();
        var payment = await shop.StartPayment(order.InvoiceId);
        await shop.EnterCard(payment);
        Assert.Equal(PaymentStatus.Pending, (await shop.Api.GetPaymentAsync(payment.Id)).Status);
        server.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(PaymentStatus.Succeeded, (await shop.Api.GetPaymentAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task Another_merchants_payment_is_not_found()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        var payment = await shop.StartPayment((await shop.Place()).InvoiceId);
        await Refused.With("payment_not_found", () => stranger.Api.GetPaymentAsync(payment.Id));
        await Refused.With("payment_not_found", () => shop.Api.GetPaymentAsync("pay_nonsense"));
    }
}

public sealed class GetPaymentOnSqlite(ServerOnSqlite server) : GetPaymentTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetPaymentOnPostgres(ServerOnPostgres server) : GetPaymentTests(server), IClassFixture<ServerOnPostgres>;
