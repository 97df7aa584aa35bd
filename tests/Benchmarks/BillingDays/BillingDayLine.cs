namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>One day of billing.</summary>
public sealed record BillingDayLine
{
    public required BillingDay Day { get; init; }

    public required int Customers { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Of this process, in which nothing but the server works meanwhile.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>Resident bytes of this process, at most.</summary>
    public required long Memory { get; init; }

    /// <summary>Services that were extended or charged.</summary>
    public required long Billed { get; init; }

    public bool IsBalanced { get; init; }

    public double PerSecond => Billed / Elapsed.TotalSeconds;

    public double ProcessorMilliseconds => ProcessorTime.TotalMilliseconds / Math.Max(1, Billed);

    public bool IsClean => IsBalanced && Billed == Customers;
}
