using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks;

/// <summary>What to measure, and for how long.</summary>
public sealed record BenchmarkOptions
{
    public const string Usage = "purchase [--buyers 1,8,32] [--seconds 20] [--warm-up 40] [--databases sqlite,postgres] [--merchants 1,100]";

    private const string Command = "purchase";
    private const int MostBuyers = 256;
    private const int MostMerchants = 1_000;
    private const int MostSeconds = 3_600;

    /// <summary>How many buyers buy at once, each the next thing as soon as it has the last.</summary>
    public IReadOnlyList<int> Buyers { get; private init; } = [1, 8, 32];

    /// <summary>For how long, each time; the ceiling is measured for half of it.</summary>
    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(20);

    /// <summary>For how long buyers buy beforehand: .NET compiles a method again and again until it knows how it is used.</summary>
    public TimeSpan WarmUp { get; private init; } = TimeSpan.FromSeconds(40);

    public IReadOnlyList<DatabaseKind> Databases { get; private init; } = [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>How many merchants the purchases are spread over.</summary>
    public IReadOnlyList<int> Merchants { get; private init; } = [1, 100];

    /// <summary>The options of a command line, or null when it cannot be understood.</summary>
    public static BenchmarkOptions? Read(string[] args) => CommandLine.Read(args, Command, new BenchmarkOptions(), (options, name, value) => options.With(name, value));

    private BenchmarkOptions? With(string name, string value) => name switch
    {
        "--buyers" when CommandLine.Numbers(value, MostBuyers) is { } buyers => this with { Buyers = buyers },
        "--merchants" when CommandLine.Numbers(value, MostMerchants) is { } merchants => this with { Merchants = merchants },
        "--seconds" when CommandLine.Numbers(value, MostSeconds) is [var seconds] => this with { Duration = TimeSpan.FromSeconds(seconds) },
        "--warm-up" when CommandLine.Numbers(value, MostSeconds) is [var seconds] => this with { WarmUp = TimeSpan.FromSeconds(seconds) },
        "--databases" when Kinds(value) is { } kinds => this with { Databases = kinds },
        _ => null,
    };

    private static List<DatabaseKind>? Kinds(string text)
    {
        var kinds = new List<DatabaseKind>();
        foreach (var part in text.Split(','))
        {
            if (!Enum.TryParse<DatabaseKind>(part, ignoreCase: true, out var kind))
            {
                return null;
            }

            kinds.Add(kind);
        }

        return kinds;
    }
}
