using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Growth;

/// <summary>To how many transfers the ledger grows.</summary>
public sealed record GrowthOptions
{
    public const string Usage = "growth [--transfers 10000,100000,1000000,10000000] [--database sqlite]";
    private const string Command = "growth";
    private const int MostTransfers = 100_000_000;

    /// <summary>Rising.</summary>
    public IReadOnlyList<int> Transfers { get; private init; } = [10_000, 100_000, 1_000_000, 10_000_000];

    public DatabaseKind Database { get; private init; } = DatabaseKind.Sqlite;

    /// <summary>The options of a command line, or null when it cannot be understood.</summary>
    public static GrowthOptions? Read(string[] args) => CommandLine.Read(args, Command, new GrowthOptions(), (options, name, value) => options.With(name, value));

    private GrowthOptions? With(string name, string value) => name switch
    {
        "--transfers" when CommandLine.Numbers(value, MostTransfers) is { } transfers => this with { Transfers = [.. transfers.Order()] },
        "--database" when Enum.TryParse<DatabaseKind>(value, ignoreCase: true, out var kind) => this with { Database = kind },
        _ => null,
    };
}
