using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Actors;
using BillingHeadless.Tests.Simulation.Engine;
using BillingHeadless.Tests.Simulation.Troubles;

namespace BillingHeadless.Tests.Simulation;

/// <summary>One run of the whole engine out of one seed: some days of two shops, then calm, then the verdict.</summary>
internal static class Run
{
    private const int Shops = 2;
    private const int Steps = 250;

    /// <exception cref="SimulationFailure">Something does not hold; the message names the seed and how to replay it.</exception>
    public static async Task<RunReport> Of(int seed, Func<string, Task>? sabotage = null)
    {
        var directory = MemoryFolder.Create();
        try
        {
            return await In(directory, seed, sabotage);
        }
        catch (Exception failure)
        {
            throw new SimulationFailure($"Seed {seed}: {failure}\nReplay it: {SeedSettings.Simulation.ReplayOf(seed)}");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<RunReport> In(string directory, int seed, Func<string, Task>? sabotage)
    {
        var (time, troubles, random) = (new TestTime(), new TroubleMaker(), new Random(seed));
        await using var provider = await PaymentProvider.Start(directory, random.Next(), time);
        await using var engine = await BillingEngine.Start(directory, random.Next(), time, troubles);
        var shops = new List<SimulatedShop>();
        for (var number = 1; number <= Shops; number++)
        {
            shops.Add(await SimulatedShop.Open(engine, provider, random, number));
        }

        await new Story(random, engine, time, troubles, shops).Tell(Steps);
        await Calm.Down(engine, time, random, shops, Calm.Late);
        await (sabotage?.Invoke(directory) ?? Task.CompletedTask);
        return await Judge(engine, troubles, shops);
    }

    private static async Task<RunReport> Judge(BillingEngine engine, TroubleMaker troubles, IReadOnlyList<SimulatedShop> shops)
    {
        var report = new RunReport([], troubles.Made.Select(made => $"{made.Key}").ToHashSet());
        foreach (var shop in shops)
        {
            var verdict = new Verdict(shop);
            await verdict.Demand();
            report.Fingerprints.Add(await verdict.Fingerprint());
            report.Happened.UnionWith(await verdict.EventTypes());
        }

        return report;
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Fingerprints">Of each shop's event feed.</param>
/// <param name="Happened">The troubles that came, and the types of all events.</param>
internal sealed record RunReport(List<string> Fingerprints, HashSet<string> Happened);
