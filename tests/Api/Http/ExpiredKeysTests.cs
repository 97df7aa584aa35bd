using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;
using Limits = BillingHeadless.Server.Limits;

namespace BillingHeadless.Tests.Api.Http;

/// <summary>Ruling 16: a key is kept for two days, then it is as good as never used.</summary>
public abstract class ExpiredKeysTests(SteppedServer server) : Scenario(server)
{
    private const string Key = "used-again-after-two-days";

    [Fact]
    public async Task A_payment_under_an_expired_key_is_a_new_one()
    {
        var (first, second) = (await Place(), await Place());
        await Pay(first);
        Expire();

        var payment = await Pay(second);

        Assert.Equal((PaymentStatus.Pending, second.InvoiceId), (payment.Status, payment.InvoiceId));
        Assert.Equal(payment.Id, (await Pay(second)).Id);
    }

    [Fact]
    public async Task A_refund_under_an_expired_key_is_a_new_one()
    {
        var (_, payment) = await Buy();
        var first = await GiveBack(payment, 100);
        Assert.Equal(first.Id, (await GiveBack(payment, 100)).Id);
        Expire();

        Assert.NotEqual(first.Id, (await GiveBack(payment, 100)).Id);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_document_under_an_expired_key_is_decided_anew()
    {
        await Office.AskForActs(Shop);
        var (order, _) = await Buy();
        Task Ask() => Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Act, InvoiceId = order.InvoiceId }, Key);
        await Refused.With("requisites_missing", Ask);
        Expire();

        await Refused.With("requisites_missing", Ask);
    }

    [Fact]
    public async Task Expired_keys_of_all_merchants_are_deleted_however_many_there_are()
    {
        var (neighbour, _) = await OpenShop();
        await Server.Database.Execute($"""
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < {2 * Limits.IdempotencyKeysForgottenAtOnce + 1})
            insert into idempotency_keys (merchant_id, key_hash, fingerprint, leased_until, status, expires_at)
            select '{Shop.Merchant.Id}', 'key' || n, '', 0, 0, n from numbers
            """);
        Expire();
        await Place();

        await Server.RunJobs();

        Assert.Equal(1, await Kept(Shop));
        Assert.Equal(0, await Kept(neighbour));
    }

    private void Expire() => Time.Advance(TimeSpan.FromHours(48));

    private Task<Payment> Pay(Order order) =>
        Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Shop.Gateway }, Key);

    private Task<Refund> GiveBack(Payment payment, long amount) =>
        Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "A part.", Amount = new Money { Amount = amount, Currency = "UAH" } }, Key);

    private async Task<long> Kept(Shop shop) =>
        Convert.ToInt64(await Server.Database.Execute($"select count(*) from idempotency_keys where merchant_id = '{shop.Merchant.Id}'"));
}

public sealed class ExpiredKeysOnSqlite(SteppedOnSqlite server) : ExpiredKeysTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ExpiredKeysOnPostgres(SteppedOnPostgres server) : ExpiredKeysTests(server), IClassFixture<SteppedOnPostgres>;
