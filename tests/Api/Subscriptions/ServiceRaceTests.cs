using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>
/// Rules D3, D6 and X4: several hands at one service at the same moment. One of them is first, the others see what it has done; the
/// books prove, and each period is paid exactly once.
/// </summary>
public abstract class ServiceRaceTests(RunningServer server)
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Fact]
    public async Task D6_of_two_tariff_changes_at_once_one_happens()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 200_000);
        var previews = new[] { await desk.Preview(subscription, desk.Better), await desk.Preview(subscription, desk.Better) };
        var codes = await Task.WhenAll(previews.Select(preview => Refused.CodeOf(() => desk.Change(subscription, preview))));
        Assert.Contains(Assert.Single(codes, code => code is not null), new[] { "plan_same", "plan_changed_today", "preview_outdated" });
        Assert.Equal(200_000 + previews[0].Credit.Amount - 60_000, await desk.Balance());
        await EachPeriodIsPaidOnce(desk, subscription);
    }

    [Fact]
    public async Task D6_two_tariff_changes_for_an_invoice_at_once_reserve_the_balance_once()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 1_000);
        var previews = new[] { await desk.Preview(subscription, desk.Better), await desk.Preview(subscription, desk.Better) };
        await Task.WhenAll(previews.Select(preview => Refused.CodeOf(() => desk.Change(subscription, preview, createInvoice: true))));
        Assert.Equal(1_000, (await desk.Shop.Api.GetBalanceAsync(desk.Customer.Id)).Reserved.Amount);
        Assert.Single((await desk.Shop.Api.ListInvoicesAsync(customerId: desk.Customer.Id)).Data, invoice => invoice.Status == InvoiceStatus.Open);
        await EachPeriodIsPaidOnce(desk, subscription);
    }

    [Fact]
    public async Task D3_D6_a_change_and_a_renewal_at_once_leave_one_open_invoice_at_most()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        var preview = await desk.Preview(subscription, desk.Better);
        var codes = await Task.WhenAll(
            Refused.CodeOf(() => desk.Change(subscription, preview, createInvoice: true)),
            Refused.CodeOf(() => desk.Renew(subscription)),
            Refused.CodeOf(() => desk.Renew(subscription, months: 12)));
        Assert.All(codes, Assert.Null);
        var open = Assert.Single((await desk.Shop.Api.ListInvoicesAsync(customerId: desk.Customer.Id)).Data, invoice => invoice.Status == InvoiceStatus.Open);
        Assert.Equal(InvoicePurpose.PlanChange, open.Purpose);
        await EachPeriodIsPaidOnce(desk, subscription);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Pay_cancel_change_and_renew_of_one_service_at_once_in_any_order(int seed)
    {
        var random = new Random(seed);
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        await desk.Shop.TopUp(desk.Customer.Id, 30_000 * random.Next(1, 4));
        var preview = await desk.Preview(subscription, desk.Better);
        var invoice = (await desk.Renew(subscription)).Id;
        Func<Task>[] hands =
        [
            () => desk.Shop.PayFromFunds(invoice), () => desk.Shop.PayFromFunds(invoice), () => desk.Shop.Pay(invoice),
            () => desk.Shop.Api.CancelInvoiceAsync(invoice), () => desk.Change(subscription, preview, createInvoice: true),
            () => desk.Renew(subscription, months: 12), () => desk.Shop.Api.CancelSubscriptionAsync(subscription.Id),
        ];
        random.Shuffle(hands);
        await Task.WhenAll(hands.Take(random.Next(2, hands.Length + 1)).Select(hand => Task.Run(() => Refused.CodeOf(hand))));
        await EachPeriodIsPaidOnce(desk, subscription);
    }

    /// <summary>Every settled line of the service has brought one period, which is worth what was paid for it, and periods follow one another.</summary>
    private static async Task EachPeriodIsPaidOnce(ServiceDesk desk, Subscription subscription)
    {
        await desk.Shop.ProveBooks();
        var api = desk.Shop.Api;
        var settled = (await api.ListInvoicesAsync(customerId: desk.Customer.Id, limit: 100)).Data.Where(invoice => invoice.Status == InvoiceStatus.Paid).ToList();
        foreach (var invoice in settled)
        {
            var payments = (await api.ListPaymentsAsync(invoiceId: invoice.Id)).Data.Where(payment => payment.Status == PaymentStatus.Succeeded);
            Assert.Equal(invoice.Total.Amount, payments.Sum(payment => payment.Amount.Amount - payment.Unapplied.Amount));
        }

        var periods = (await api.GetSubscriptionAsync(subscription.Id)).Periods;
        var lines = settled.SelectMany(invoice => invoice.Lines.Where(line => line.SubscriptionId == subscription.Id).Select(line => (invoice.Id, line.Gross.Amount)));
        Assert.Equal(lines.Order(), periods.Select(period => (period.InvoiceId, period.Paid.Amount)).Order());
        var running = periods.Where(period => period.FirstDay is not null && period.Status == ServicePeriodStatus.Paid).ToList();
        Assert.All(running.Zip(running.Skip(1)), pair => Assert.Equal(pair.First.LastDay!.Value.AddDays(1), pair.Second.FirstDay));
    }
}

public sealed class ServiceRaceOnSqlite(ServerOnSqlite server) : ServiceRaceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ServiceRaceOnPostgres(ServerOnPostgres server) : ServiceRaceTests(server), IClassFixture<ServerOnPostgres>;
