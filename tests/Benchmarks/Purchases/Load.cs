using System.Collections.Concurrent;
using System.Diagnostics;

namespace BillingHeadless.Tests.Benchmarks.Purchases;

/// <summary>Buyers who buy at once, each the next thing as soon as it has the last (a closed loop).</summary>
public sealed class Load(IReadOnlyList<Seller> sellers, HttpMessageHandler connections, TimeProvider time)
{
    private const int ErrorsShown = 3;
    private readonly Buyer buyer = new(new HttpClient(connections, disposeHandler: false), time);
    private long purchases;

    /// <summary>One purchase from each seller, from a few at a time.</summary>
    /// <exception cref="InvalidOperationException">One has failed.</exception>
    public async Task BuyOnceInEach()
    {
        const int AtOnce = 8;
        await Parallel.ForEachAsync(
            sellers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seller, _) => await buyer.Purchase(seller, Interlocked.Increment(ref purchases)));
    }

    public async Task<LoadFigures> Run(int buyers, TimeSpan duration)
    {
        var results = new ConcurrentBag<Result>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, buyers).Select(_ => BuyUntil(clock, duration, results)));
        var elapsed = clock.Elapsed;
        var done = results.Where(result => result.Error is null).ToList();
        return new LoadFigures
        {
            Elapsed = elapsed,
            Requests = done.Sum(result => result.Requests),
            Latencies = [.. done.Select(result => result.Latency).Order()],
            Errors = results.Count - done.Count,
            ErrorTexts = [.. results.Select(result => result.Error).OfType<string>().Distinct().Take(ErrorsShown)],
        };
    }

    private async Task BuyUntil(Stopwatch clock, TimeSpan duration, ConcurrentBag<Result> results)
    {
        while (clock.Elapsed < duration)
        {
            results.Add(await BuyOne());
        }
    }

    private async Task<Result> BuyOne()
    {
        var number = Interlocked.Increment(ref purchases);
        var clock = Stopwatch.StartNew();
        try
        {
            var requests = await buyer.Purchase(sellers[(int)(number % sellers.Count)], number);
            return new Result(clock.Elapsed, requests, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or Client.BillingException)
        {
            return new Result(clock.Elapsed, 0, exception.Message);
        }
    }

    private sealed record Result(TimeSpan Latency, int Requests, string? Error);
}

/// <summary>What came of a load.</summary>
public sealed record LoadFigures
{
    private const double Whole = 100;

    public required TimeSpan Elapsed { get; init; }

    public required int Requests { get; init; }

    /// <summary>Of every purchase that came through, the shortest first.</summary>
    public required IReadOnlyList<TimeSpan> Latencies { get; init; }

    public required int Errors { get; init; }

    public required IReadOnlyList<string> ErrorTexts { get; init; }

    public int Purchases => Latencies.Count;

    public double PurchasesPerSecond => Purchases / Elapsed.TotalSeconds;

    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    /// <summary>The time within which so many percent of the purchases were done; zero when none was.</summary>
    public TimeSpan Percentile(int percent) =>
        Latencies.Count == 0 ? TimeSpan.Zero : Latencies[Math.Max(0, (int)Math.Ceiling(percent / Whole * Latencies.Count) - 1)];
}
