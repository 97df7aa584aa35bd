using BillingHeadless.Client;
using BillingHeadless.Server;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.TestClock;

/// <summary>Rule X7, rulings 10 and 27.</summary>
public abstract class AdvanceTestClockTests(RunningServer server)
{
    [Fact]
    public async Task An_unpaid_invoice_expires_at_the_midnight_after_its_last_day_and_its_order_is_cancelled()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var midnight = new DateTimeOffset(2026, 11, 28, 22, 0, 0, TimeSpan.Zero);
        await shop.MoveClock(midnight.AddSeconds(-1));
        Assert.Equal(InvoiceStatus.Open, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Status);
        await shop.MoveClock(midnight);
        Assert.Equal(InvoiceStatus.Expired, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Status);
        Assert.Equal(OrderStatus.Cancelled, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await Refused.With("invoice_not_open", () => shop.StartPayment(order.InvoiceId));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Each_event_says_its_own_due_instant_whatever_the_step()
    {
        var (one, many) = (await Shop.Open(server), await Shop.Open(server));
        await one.Place();
        await many.Place();
        await one.Sell(portal: "s.bitrix24.ua");
        await many.Sell(portal: "s.bitrix24.ua");
        var to = new DateTimeOffset(2027, 1, 15, 0, 0, 0, TimeSpan.Zero);
        await one.MoveClock(to);
        for (var at = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero); at <= to; at = at.AddDays(1))
        {
            await many.MoveClock(at);
        }

        Assert.Equal(await Ends(one), await Ends(many));
    }

    [Fact]
    public async Task Time_moves_forward_only_not_too_far_and_not_for_live_merchants()
    {
        var shop = await Shop.Open(server);
        await Refused.With("test_clock_backwards", () => shop.MoveClock(server.Time.Now.AddSeconds(-1)));
        await Refused.With("test_clock_too_far", () => shop.MoveClock(server.Time.Now.AddYears(6)));
        var platform = BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);
        var live = await platform.CreateMerchantAsync(new CreateMerchantRequest { Name = "Live", Mode = MerchantMode.Live, Currency = "UAH", TimeZone = "Europe/Kyiv", Locale = "uk" });
        await Refused.With("test_clock_live", () => shop.Client(live.SecretKey).AdvanceTestClockAsync(new AdvanceTestClockRequest { To = server.Time.Now.AddDays(1) }));
    }

    [Fact]
    public async Task An_undecided_payment_keeps_its_invoice_open_and_a_late_success_pays_it()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var payment = await shop.StartPayment(order.InvoiceId);
        await shop.MoveClock(new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(InvoiceStatus.Open, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Status);
        await shop.EnterCard(payment);
        await shop.Decided(payment.Id);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
    }

    [Fact]
    public async Task A_clock_that_is_being_moved_is_not_moved_by_another_until_its_mover_is_taken_for_dead()
    {
        var shop = await Shop.Open(server);
        var microseconds = (server.Time.Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await server.Database.Execute($"update merchants set clock_advancing_since = {microseconds} where id = '{shop.Merchant.Id}'");
        var to = server.Time.Now.AddDays(1);

        await Refused.With("test_clock_busy", () => shop.MoveClock(to));
        Assert.True((await shop.Api.GetTestClockAsync()).Advancing);

        server.Time.Advance(Limits.ClockCallLease);
        Assert.False((await shop.MoveClock(to)).Advancing);
    }

    private static async Task<IEnumerable<string>> Ends(Shop shop) => (await shop.Api.ListEventsAsync(limit: 100)).Data
        .Where(happened => happened.Type.EndsWith(".expired", StringComparison.Ordinal) || happened.Type == "order.cancelled")
        .Select(happened => $"{happened.Type} {happened.OccurredAt:O}");
}

public sealed class AdvanceTestClockOnSqlite(ServerOnSqlite server) : AdvanceTestClockTests(server), IClassFixture<ServerOnSqlite>;

public sealed class AdvanceTestClockOnPostgres(ServerOnPostgres server) : AdvanceTestClockTests(server), IClassFixture<ServerOnPostgres>;
