namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>What came of the swaps.</summary>
public sealed record SwapFigures
{
    private const double Megabyte = 1_048_576;
    private const double Whole = 100;

    /// <summary>From the request that brings the package to the answer that the version serves, each, the shortest first.</summary>
    public required IReadOnlyList<TimeSpan> Swaps { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required int Purchases { get; init; }

    /// <summary>Requests of buyers or of the operator that were not answered as they should be, each in a sentence.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>What differs between our payments and the provider's own book.</summary>
    public required BookComparison Books { get; init; }

    public required bool Balanced { get; init; }

    /// <summary>Versions that were unloaded and are still in memory, at the end.</summary>
    public required int ContextsAlive { get; init; }

    public required long BytesBefore { get; init; }

    public required long BytesAfter { get; init; }

    public required CallCost Calls { get; init; }

    public bool IsClean => Failed.Count == 0 && Books.IsEqual && Balanced && ContextsAlive == 0;

    public IEnumerable<(string Name, string Value)> Lines()
    {
        yield return ("swaps", $"{Swaps.Count} in {Elapsed.TotalSeconds:f1} s");
        yield return ("purchases meanwhile", $"{Purchases}");
        yield return ("failed requests", $"{Failed.Count}");
        yield return ("lost payments (the provider has charged, we have not booked)", $"{Books.Lost}");
        yield return ("doubled payments (the provider has charged one twice)", $"{Books.Doubled}");
        yield return ("payments booked that the provider has not charged", $"{Books.Invented}");
        yield return ("books, by proveBooks", Balanced ? "balanced" : "NOT BALANCED");
        yield return ("contexts still alive", $"{ContextsAlive}");
        yield return ("memory before, after", $"{BytesBefore / Megabyte:f0} MB, {BytesAfter / Megabyte:f0} MB");
        yield return ("swap p50, p99", $"{Percentile(50).TotalMilliseconds:f0} ms, {Percentile(99).TotalMilliseconds:f0} ms");
        yield return ("a call through the host, directly", $"{Calls.ThroughHost.TotalMicroseconds:f2} us, {Calls.Direct.TotalMicroseconds:f2} us");
    }

    private TimeSpan Percentile(int percent) => Swaps[Math.Max(0, (int)Math.Ceiling(percent / Whole * Swaps.Count) - 1)];
}
