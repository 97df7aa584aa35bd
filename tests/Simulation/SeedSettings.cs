using System.Globalization;

namespace BillingHeadless.Tests.Simulation;

/// <summary>Which seeds a test runs, by environment variables.</summary>
/// <param name="seedVariable">Names one seed.</param>
/// <param name="countVariable">Says how many.</param>
/// <param name="inTheGate">How many when nothing is said.</param>
/// <param name="command">What runs the test.</param>
internal sealed class SeedSettings(string seedVariable, string countVariable, int inTheGate, string command)
{
    private const int Most = 1_000_000;

    public static SeedSettings Simulation { get; } = new("BILLING_SIMULATION_SEED", "BILLING_SIMULATION_SEEDS", 16, "dotnet test tests/Simulation");

    /// <summary>On SQLite: a seed is lived again exactly.</summary>
    public static SeedSettings Histories { get; } =
        new("BILLING_HISTORY", "BILLING_HISTORIES", 300, "dotnet test tests/Simulation --filter HistoriesOnSqlite");

    /// <summary>On PostgreSQL: a seed says what is done, not in which order it comes.</summary>
    public static SeedSettings ConcurrentHistories { get; } =
        new("BILLING_CONCURRENT_HISTORY", "BILLING_CONCURRENT_HISTORIES", 100, "dotnet test tests/Simulation --filter HistoriesOnPostgres");

    /// <summary>The same year in one step and in many.</summary>
    public static SeedSettings Years { get; } = new("BILLING_YEAR", "BILLING_YEARS", 2, "dotnet test tests/Simulation --filter SameYearTests");

    /// <summary>One seed when it is named, otherwise as many as are asked for.</summary>
    public IEnumerable<int> Seeds => Number(seedVariable) is { } seed
        ? Enumerable.Range(seed, Number(countVariable) ?? 1)
        : Enumerable.Range(1, Number(countVariable) ?? inTheGate);

    /// <summary>So many that what must happen has happened.</summary>
    public bool AreEnough => Number(seedVariable) is null && (Number(countVariable) ?? inTheGate) >= inTheGate;

    public string ReplayOf(int seed) => $"{seedVariable}={seed} {command}";

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? Math.Min(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), Most)
        : null;
}
