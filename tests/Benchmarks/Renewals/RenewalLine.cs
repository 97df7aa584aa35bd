namespace BillingHeadless.Tests.Benchmarks.Renewals;

/// <summary>One renewal day.</summary>
public sealed record RenewalLine
{
    public required int Customers { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Of this process, in which nothing but the server works meanwhile.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>Resident bytes of this process, at most.</summary>
    public required long Memory { get; init; }

    /// <summary>Services that have a second period now.</summary>
    public required long Extended { get; init; }

    public bool IsBalanced { get; init; }

    public double PerSecond => Extended / Elapsed.TotalSeconds;

    public double ProcessorMilliseconds => ProcessorTime.TotalMilliseconds / Math.Max(1, Extended);

    public bool IsClean => IsBalanced && Extended == Customers;
}
