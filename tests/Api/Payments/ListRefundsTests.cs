using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

public abstract class ListRefundsTests(RunningServer server)
{
    [Fact]
    public async Task Refunds_are_found_by_payment_and_state()
    {
        var shop = await Shop.Open(server);
        var (_, payment) = await shop.Sell();
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "x", Amount = new Money { Amount = 1, Currency = "UAH" } });
        Assert.Equal(refund.Id, Assert.Single((await shop.Api.ListRefundsAsync(paymentId: payment.Id)).Data).Id);
        Assert.Equal(refund.Id, Assert.Single((await shop.Api.ListRefundsAsync(RefundStatus.Succeeded)).Data).Id);
        Assert.Empty((await shop.Api.ListRefundsAsync(RefundStatus.Unknown)).Data);
    }
}

public sealed class ListRefundsOnSqlite(ServerOnSqlite server) : ListRefundsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListRefundsOnPostgres(ServerOnPostgres server) : ListRefundsTests(server), IClassFixture<ServerOnPostgres>;
