using System.Globalization;

namespace BillingHeadless.Tests.Simulation;

/// <summary>Which seeds are run, by environment variables.</summary>
internal static class SimulationSettings
{
    private const string FirstSeed = "BILLING_SIMULATION_SEED";
    private const string SeedCount = "BILLING_SIMULATION_SEEDS";
    private const int InTheGate = 16;
    private const int Most = 1_000_000;

    /// <summary>One seed when it is named, otherwise as many as are asked for.</summary>
    public static IEnumerable<int> Seeds => Number(FirstSeed) is { } seed
        ? Enumerable.Range(seed, Number(SeedCount) ?? 1)
        : Enumerable.Range(1, Number(SeedCount) ?? InTheGate);

    public static string ReplayOf(int seed) => $"{FirstSeed}={seed} dotnet test tests/Simulation";

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? Math.Min(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), Most)
        : null;
}
