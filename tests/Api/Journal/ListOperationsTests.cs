using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Journal;

/// <summary>Rules C5 and D7: every movement with its cause, its parts and the balance after it.</summary>
public abstract class ListOperationsTests(RunningServer server)
{
    [Fact]
    public async Task The_journal_tells_each_movement_with_its_parts_newest_first()
    {
        var shop = await Shop.Open(server);
        await shop.GiveBonuses();
        var order = await shop.Place();
        var topUp = await shop.TopUp(order.CustomerId, 50_000);
        await shop.PayFromFunds(order.InvoiceId);
        var lines = (await shop.Api.ListOperationsAsync(order.CustomerId)).Data.ToList();

        Assert.Equal([(2L, EntryKind.PaidFromBalance, -19_900L), (1L, EntryKind.BalanceToppedUp, 51_500L)], lines.Select(line => (line.Sequence, line.Kind, line.Amount.Amount)));
        Assert.Equal([(50_000L, 1_500L), (30_100L, 1_500L)], lines.AsEnumerable().Reverse().Select(line => (line.BalanceAfter.Amount, line.BonusAfter.Amount)));
        Assert.Equal([("topUp", 50_000L), ("bonus", 1_500L)], lines[1].Parts.Select(part => (part.Kind, part.Amount.Amount)));
        Assert.Equal(("line", "Pro"), (lines[0].Parts.Single().Kind, lines[0].Parts.Single().Text));
        Assert.Equal((topUp.Id, order.InvoiceId), (lines[1].InvoiceId, lines[0].InvoiceId));
    }

    [Fact]
    public async Task It_is_read_by_pages_and_filters()
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        foreach (var amount in new[] { 100, 200, 300 })
        {
            await shop.TopUp(customer.Id, amount);
        }

        var first = await shop.Api.ListOperationsAsync(customer.Id, limit: 2);
        var second = await shop.Api.ListOperationsAsync(customer.Id, limit: 2, cursor: first.NextCursor);
        Assert.Equal([3L, 2L, 1L], first.Data.Concat(second.Data).Select(line => line.Sequence));
        Assert.Null(second.NextCursor);
        Assert.Empty((await shop.Api.ListOperationsAsync(customer.Id, kind: EntryKind.UsageCharged)).Data);
        Assert.Empty((await shop.Api.ListOperationsAsync(customer.Id, currency: "USD")).Data);
        var last = first.Data.First().OccurredAt;
        Assert.Contains((await shop.Api.ListOperationsAsync(customer.Id, from: last)).Data, line => line.Sequence == 3);
        Assert.DoesNotContain((await shop.Api.ListOperationsAsync(customer.Id, to: last)).Data, line => line.Sequence == 3);
        Assert.Empty((await shop.Api.ListOperationsAsync(customer.Id, from: last.AddSeconds(1))).Data);
    }

    [Fact]
    public async Task Of_many_payments_at_once_the_balance_never_goes_below_zero_and_the_journal_runs_on()
    {
        var shop = await Shop.Open(server);
        var orders = new List<Order>();
        for (var i = 0; i < 8; i++)
        {
            orders.Add(await shop.Place(shop.Light));
        }

        var payer = orders[0].CustomerId;
        await shop.TopUp(payer, 30_000);
        var paid = await Task.WhenAll(orders.Select(order => Try(shop, order.InvoiceId, payer)));
        Assert.Equal(3, paid.Count(done => done));
        Assert.Equal(300, (await shop.Api.GetBalanceAsync(payer)).Balance.Amount);
        Assert.Equal(4, (await shop.Api.ListOperationsAsync(payer)).Data.Count);
        await shop.ProveBooks();
    }

    private static async Task<bool> Try(Shop shop, string invoice, string payer)
    {
        try
        {
            await shop.Api.PayInvoiceAsync(invoice, new PayInvoiceRequest { Method = PaymentMethod.Balance, Payer = payer });
            return true;
        }
        catch (BillingException refusal) when (refusal.Code == "balance_insufficient")
        {
            return false;
        }
    }
}

public sealed class ListOperationsOnSqlite(ServerOnSqlite server) : ListOperationsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListOperationsOnPostgres(ServerOnPostgres server) : ListOperationsTests(server), IClassFixture<ServerOnPostgres>;
