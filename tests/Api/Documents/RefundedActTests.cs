using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using RefundPaymentRequest = BillingHeadless.Client.RefundPaymentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Ruling 6: what becomes of an act when money goes back.</summary>
public abstract class RefundedActTests(SteppedServer server)
{
    private const long Price = 19_900;

    [Fact]
    public async Task A_whole_refund_before_the_act_is_issued_drops_it()
    {
        var shop = await Office.Open(server);
        var (order, payment) = await shop.Sell();
        await Refund(shop, payment);
        await server.RunJobs();

        var act = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Dropped, null), (act.Status, act.Number));
        await Refused.With("document_not_ready", () => shop.Api.GetDocumentContentAsync(act.Id));
        await RequireBalance(shop);
    }

    [Fact]
    public async Task A_part_refund_before_the_act_is_issued_makes_it_an_act_for_what_remains()
    {
        var shop = await Office.Open(server);
        var (order, payment) = await shop.Sell();
        await Refund(shop, payment, 4_900);
        await server.RunJobs();

        var act = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, DocumentVariant.Original, 15_000), (act.Status, act.Variant, act.Total.Amount));
        var text = await Office.TextOf(await Office.ContentOf(shop, act.Id));
        Assert.Contains(Office.Squeeze("Сто п'ятдесят гривень 00 копійок"), text);
        Assert.Contains("25,00", text);
        await RequireBalance(shop);
    }

    [Fact]
    public async Task A_whole_refund_of_an_issued_act_gets_a_cancelling_document()
    {
        var shop = await Office.Open(server);
        var (order, payment) = await shop.Sell();
        await server.RunJobs();
        await Refund(shop, payment);
        await server.RunJobs();

        var acts = await Office.ActsOf(shop, order.InvoiceId);
        Assert.Equal([DocumentVariant.Original, DocumentVariant.Cancellation], acts.Select(act => act.Variant));
        Assert.Equal(["2026-000001", "2026-000002"], acts.Select(act => act.Number));
        Assert.Equal((acts[0].Id, Price, DocumentStatus.Sent), (acts[1].Replaces, acts[1].Total.Amount, acts[1].Status));
        var text = await Office.TextOf(await Office.ContentOf(shop, acts[1].Id));
        Assert.Contains(Office.Squeeze("Цим актом скасовано акт № 2026-000001 від 21 листопада 2026 р."), text);
        await RequireBalance(shop);
    }

    [Fact]
    public async Task Part_refunds_of_an_issued_act_are_corrected_and_the_last_one_cancels()
    {
        var shop = await Office.Open(server);
        var (order, payment) = await shop.Sell();
        await server.RunJobs();
        await Refund(shop, payment, 4_900);
        await server.RunJobs();
        await Refund(shop, payment, 15_000);
        await server.RunJobs();

        var acts = await Office.ActsOf(shop, order.InvoiceId);
        Assert.Equal([DocumentVariant.Original, DocumentVariant.Correction, DocumentVariant.Cancellation], acts.Select(act => act.Variant));
        Assert.Equal([Price, 15_000, 15_000], acts.Select(act => act.Total.Amount));
        Assert.Equal([null, acts[0].Id, acts[1].Id], acts.Select(act => act.Replaces));
        Assert.Contains(Office.Squeeze("Цей акт замінює акт № 2026-000001"), await Office.TextOf(await Office.ContentOf(shop, acts[1].Id)));
        await RequireBalance(shop);
    }

    [Fact]
    public async Task A_correction_that_was_not_issued_yet_becomes_a_cancellation_when_the_rest_goes_back()
    {
        var shop = await Office.Open(server);
        var (order, payment) = await shop.Sell();
        await server.RunJobs();
        await Refund(shop, payment, 4_900);
        await Refund(shop, payment, 15_000);
        await server.RunJobs();

        var acts = await Office.ActsOf(shop, order.InvoiceId);
        Assert.Equal([DocumentVariant.Original, DocumentVariant.Cancellation], acts.Select(act => act.Variant));
        Assert.Equal([Price, Price], acts.Select(act => act.Total.Amount));
        await RequireBalance(shop);
    }

    private static async Task Refund(Shop shop, Payment payment, long? amount = null)
    {
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest
        {
            Reason = "test",
            Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
        });
        Assert.Equal(RefundStatus.Succeeded, refund.Status);
    }

    private static async Task RequireBalance(Shop shop)
    {
        var proof = await shop.Api.ProveBooksAsync();
        Assert.True(proof.Balanced, string.Join(", ", proof.Checks.Where(check => !check.Holds).Select(check => check.Name)));
    }
}

public sealed class RefundedActOnSqlite(SteppedOnSqlite server) : RefundedActTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class RefundedActOnPostgres(SteppedOnPostgres server) : RefundedActTests(server), IClassFixture<SteppedOnPostgres>;
