using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

public abstract class ListPaymentsTests(RunningServer server)
{
    [Fact]
    public async Task Payments_are_found_by_invoice_state_and_customer()
    {
        var shop = await Shop.Open(server);
        var (order, paid) = await shop.Sell();
        var pending = await shop.StartPayment((await shop.Place()).InvoiceId);
        Assert.Equal([pending.Id, paid.Id], (await shop.Api.ListPaymentsAsync()).Data.Select(payment => payment.Id));
        Assert.Equal(paid.Id, Assert.Single((await shop.Api.ListPaymentsAsync(PaymentStatus.Succeeded)).Data).Id);
        Assert.Equal(paid.Id, Assert.Single((await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data).Id);
        Assert.Equal(paid.Id, Assert.Single((await shop.Api.ListPaymentsAsync(customerId: order.CustomerId)).Data).Id);
        Assert.Empty((await shop.Api.ListPaymentsAsync(needsPerson: true)).Data);
    }
}

public sealed class ListPaymentsOnSqlite(ServerOnSqlite server) : ListPaymentsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListPaymentsOnPostgres(ServerOnPostgres server) : ListPaymentsTests(server), IClassFixture<ServerOnPostgres>;
