using BillingHeadless.Domain.Events;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>
/// Rules X3 and X4 for the money of customers: whatever people do with balances, invoices and services, in whatever order, the books
/// prove. <c>BILLING_HISTORIES=5000 dotnet test tests/Simulation --filter HistoriesOnSqlite</c> lives more of them,
/// <c>BILLING_HISTORY=17</c> lives one again.
/// </summary>
public sealed class HistoriesOnSqlite
{
    [Fact]
    public async Task Whatever_happens_in_whatever_order_the_books_prove() => await Histories.LiveAll(DatabaseKind.Sqlite, SeedSettings.Histories, hands: 1);

    [Fact]
    public async Task A_history_is_lived_again_from_its_seed_whatever_was_before()
    {
        await using var world = await HistoryWorld.Start(DatabaseKind.Sqlite);
        var (first, another, again) = (await History.Live(world, 12, hands: 1), await History.Live(world, 13, hands: 1), await History.Live(world, 12, hands: 1));
        Assert.Equal(first.Story, again.Story);
        Assert.NotEqual(first.Story, another.Story);
    }
}

/// <summary>The same with several hands that act at once: their order is the database's, so that a seed says only what they do.</summary>
public sealed class HistoriesOnPostgres
{
    private const int Hands = 3;

    [Fact]
    public async Task Whatever_happens_at_once_the_books_prove() => await Histories.LiveAll(DatabaseKind.Postgres, SeedSettings.ConcurrentHistories, Hands);
}

internal static class Histories
{
    /// <summary>Without these the histories would prove little.</summary>
    private static readonly string[] MustHappen =
    [
        EventTypes.BalanceToppedUp, EventTypes.InvoicePaid, EventTypes.InvoiceExpired, EventTypes.InvoiceCancelled, EventTypes.PaymentDeclined, EventTypes.PaymentUnapplied,
        EventTypes.RefundSucceeded, EventTypes.SubscriptionExtended, EventTypes.SubscriptionExpired, EventTypes.SubscriptionCancelled,
        EventTypes.SubscriptionChanged, EventTypes.UsageCharged,
    ];

    public static async Task LiveAll(DatabaseKind kind, SeedSettings settings, int hands)
    {
        await using var world = await HistoryWorld.Start(kind);
        var happened = new HashSet<string>();
        foreach (var seed in settings.Seeds)
        {
            happened.UnionWith((await Live(world, settings, seed, hands)).Happened);
        }

        Assert.Empty(settings.AreEnough ? MustHappen.Except(happened) : []);
    }

    private static async Task<HistoryReport> Live(HistoryWorld world, SeedSettings settings, int seed, int hands)
    {
        try
        {
            return await History.Live(world, seed, hands);
        }
        catch (Exception failure)
        {
            throw new SimulationFailure($"History {seed}: {failure}\nReplay it: {settings.ReplayOf(seed)}");
        }
    }
}
