using BillingHeadless.Tests.Simulation.Engine;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>
/// One random life of a merchant with services that are paid ahead or after use: people and time act in any order, through the endpoints; when all
/// is decided, the books prove.
/// </summary>
internal static class History
{
    private const int FewestActs = 5;
    private const int MostActs = 12;
    private const int Customers = 2;
    private const int MostDaysAfter = 15;
    private const int DaysOfAYear = 365;
    private static readonly DateTimeOffset FirstDay = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="world">Where.</param>
    /// <param name="seed">Decides on everything that is done.</param>
    /// <param name="hands">How many act at once, each by a chance of its own.</param>
    /// <exception cref="SimulationFailure">Something does not hold.</exception>
    public static async Task<HistoryReport> Live(HistoryWorld world, int seed, int hands)
    {
        var random = new Random(seed);
        world.Time.MoveTo(FirstDay.AddDays(random.Next(DaysOfAYear)).AddMinutes(random.Next(24 * 60)));
        var shop = await ServiceShop.Open(world, random, Customers);
        var all = Enumerable.Range(0, hands).Select(_ => new Hand(world, shop, new Random(random.Next()))).ToList();
        foreach (var hand in all)
        {
            await hand.Begin();
        }

        var acts = random.Next(FewestActs, MostActs);
        await Task.WhenAll(all.Select(hand => Task.Run(() => hand.Act(acts))));
        await shop.MoveClock(await shop.NextFirst() + TimeSpan.FromDays(random.Next(MostDaysAfter)));
        await Calm.Down(world.Engine, world.Time, random, [shop], Calm.Soon);

        var verdict = new Verdict(shop);
        await verdict.Demand();
        await new ServiceVerdict(shop).Demand();
        var usage = await new UsageVerdict(shop).Demand();
        await shop.Close();
        return new HistoryReport(await verdict.Story(), [.. await verdict.EventTypes(), .. usage]);
    }
}

/// <summary>What came of a history.</summary>
/// <param name="Story">Everything that was announced, with ids named by the order in which they come.</param>
/// <param name="Happened">The types of all events, and what else is worth knowing.</param>
internal sealed record HistoryReport(string Story, IReadOnlyList<string> Happened);
