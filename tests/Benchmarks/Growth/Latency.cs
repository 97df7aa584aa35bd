using System.Diagnostics;
using System.Globalization;

namespace BillingHeadless.Tests.Benchmarks.Growth;

/// <summary>How long a request takes, one after the other.</summary>
public sealed record Latency(TimeSpan Median, TimeSpan Percentile95)
{
    private const int Whole = 100;

    public IEnumerable<string> Cells => [Text(Median), Text(Percentile95)];

    /// <param name="times">How often it is measured.</param>
    /// <param name="warmUps">How often it is made before.</param>
    /// <param name="request">The request of a number.</param>
    public static async Task<Latency> Of(int times, int warmUps, Func<int, Task> request)
    {
        for (var i = 0; i < warmUps; i++)
        {
            await request(i);
        }

        var taken = new List<TimeSpan>(times);
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await request(i);
            taken.Add(clock.Elapsed);
        }

        taken.Sort();
        return new Latency(taken[times / 2], taken[times * 95 / Whole]);
    }

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString("f2", CultureInfo.InvariantCulture);
}
