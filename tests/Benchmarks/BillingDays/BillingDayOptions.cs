using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>How many customers have a service that is billed on one day.</summary>
public sealed record BillingDayOptions
{
    public const string Usage = "billing-days [--customers 1000,10000,100000] [--database sqlite]";
    private const string Command = "billing-days";
    private const int MostCustomers = 1_000_000;

    public IReadOnlyList<int> Customers { get; private init; } = [1_000, 10_000, 100_000];

    public DatabaseKind Database { get; private init; } = DatabaseKind.Sqlite;

    /// <summary>The options of a command line, or null when it cannot be understood.</summary>
    public static BillingDayOptions? Read(string[] args) => CommandLine.Read(args, Command, new BillingDayOptions(), (options, name, value) => options.With(name, value));

    private BillingDayOptions? With(string name, string value) => name switch
    {
        "--customers" when CommandLine.Numbers(value, MostCustomers) is { } customers => this with { Customers = customers },
        "--database" when Enum.TryParse<DatabaseKind>(value, ignoreCase: true, out var kind) => this with { Database = kind },
        _ => null,
    };
}
