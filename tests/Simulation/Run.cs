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

    /// <summary>Nobody pulls the plug here: a disk in memory saves the waiting.</summary>
    private static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>When everything works again, the resolver and the jobs are given the time that they need.</summary>
    private static readonly TimeSpan[] Calm =
    [
        TimeSpan.FromSeconds(65), TimeSpan.FromSeconds(65), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(2), TimeSpan.FromHours(7), TimeSpan.FromHours(25), TimeSpan.FromDays(9), TimeSpan.FromDays(1),
    ];

    /// <exception cref="SimulationFailure">Something does not hold; the message names the seed and how to replay it.</exception>
    public static async Task<RunReport> Of(int seed, Func<string, Task>? sabotage = null)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Memory, $"billing-simulation-{Guid.NewGuid():n}")).FullName;
        try
        {
            return await In(directory, seed, sabotage);
        }
        catch (Exception failure)
        {
            throw new SimulationFailure($"Seed {seed}: {failure}\nReplay it: {SimulationSettings.ReplayOf(seed)}");
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
        await CalmDown(engine, time, random, shops);
        await (sabotage?.Invoke(directory) ?? Task.CompletedTask);
        return await Judge(engine, troubles, shops);
    }

    private static async Task CalmDown(BillingEngine engine, TestTime time, Random random, IReadOnlyList<SimulatedShop> shops)
    {
        foreach (var shop in shops)
        {
            await shop.ChooseManners("immediate");
            await new Postman(shop, engine, time, random).BringAll();
        }

        foreach (var span in Calm)
        {
            await engine.Pass(span);
        }

        foreach (var shop in shops)
        {
            await new Verdict(engine, shop).LookAtUndecided();
        }
    }

    private static async Task<RunReport> Judge(BillingEngine engine, TroubleMaker troubles, IReadOnlyList<SimulatedShop> shops)
    {
        var report = new RunReport([], troubles.Made.Select(made => $"{made.Key}").ToHashSet());
        foreach (var shop in shops)
        {
            var verdict = new Verdict(engine, shop);
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
