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
    public static BenchmarkOptions? Read(string[] args)
    {
        if (args is not [Command, .. var rest] || rest.Length % 2 != 0)
        {
            return null;
        }

        BenchmarkOptions? options = new();
        foreach (var pair in rest.Chunk(2))
        {
            options = options?.With(pair[0], pair[1]);
        }

        return options;
    }

    private BenchmarkOptions? With(string name, string value) => name switch
    {
        "--buyers" when Numbers(value, MostBuyers) is { } buyers => this with { Buyers = buyers },
        "--merchants" when Numbers(value, MostMerchants) is { } merchants => this with { Merchants = merchants },
        "--seconds" when Numbers(value, MostSeconds) is [var seconds] => this with { Duration = TimeSpan.FromSeconds(seconds) },
        "--warm-up" when Numbers(value, MostSeconds) is [var seconds] => this with { WarmUp = TimeSpan.FromSeconds(seconds) },
        "--databases" when Kinds(value) is { } kinds => this with { Databases = kinds },
        _ => null,
    };

    private static List<int>? Numbers(string text, int most)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, out var number) || number < 1 || number > most)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

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
