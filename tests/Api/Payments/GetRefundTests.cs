using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

public abstract class GetRefundTests(RunningServer server)
{
    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_found_by_asking()
    {
        var shop = await Shop.Open(server);
        await shop.SetGateway(("refunds", "asynchronous"), ("refundDelaySeconds", 1));
        var (_, payment) = await shop.Sell();
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "slow" });
        Assert.Equal(RefundStatus.Pending, refund.Status);
        server.Time.Advance(TimeSpan.FromSeconds(30));
        for (var tries = 0; tries < 100 && refund.Status == RefundStatus.Pending; tries++)
        {
            server.Time.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(20);
            refund = await shop.Api.GetRefundAsync(refund.Id);
        }

        Assert.Equal(RefundStatus.Succeeded, refund.Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task An_unknown_refund_is_not_found()
    {
        var shop = await Shop.Open(server);
        await Refused.With("refund_not_found", () => shop.Api.GetRefundAsync("ref_nonsense"));
    }
}

public sealed class GetRefundOnSqlite(ServerOnSqlite server) : GetRefundTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetRefundOnPostgres(ServerOnPostgres server) : GetRefundTests(server), IClassFixture<ServerOnPostgres>;
