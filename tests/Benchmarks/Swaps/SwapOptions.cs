using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>How often the gateway is swapped, and under how many buyers.</summary>
public sealed record SwapOptions
{
    public const string Command = "swap";
    public const string Usage = "swap [--swaps 1000] [--buyers 32] [--database sqlite]";
    private const int MostSwaps = 100_000;
    private const int MostBuyers = 256;

    public int Swaps { get; private init; } = 1_000;

    public int Buyers { get; private init; } = 32;

    public DatabaseKind Database { get; private init; } = DatabaseKind.Sqlite;

    /// <summary>The options of a command line, or null when it cannot be understood.</summary>
    public static SwapOptions? Read(string[] args) => CommandLine.Read(args, Command, new SwapOptions(), (options, name, value) => options.With(name, value));

    private SwapOptions? With(string name, string value) => name switch
    {
        "--swaps" when int.TryParse(value, out var swaps) && swaps is > 0 and <= MostSwaps => this with { Swaps = swaps },
        "--buyers" when int.TryParse(value, out var buyers) && buyers is > 0 and <= MostBuyers => this with { Buyers = buyers },
        "--database" when Enum.TryParse<DatabaseKind>(value, ignoreCase: true, out var kind) => this with { Database = kind },
        _ => null,
    };
}
