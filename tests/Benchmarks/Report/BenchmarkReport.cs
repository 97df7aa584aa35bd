using System.Globalization;
using BillingHeadless.Tests.Benchmarks.Processes;

namespace BillingHeadless.Tests.Benchmarks.Report;

/// <summary>The figures as two Markdown tables: starts and purchases.</summary>
public static class BenchmarkReport
{
    private const double Megabyte = 1_048_576;
    private const double Whole = 100;

    public static string Starts(IEnumerable<StartLine> lines)
    {
        var table = new Table("database", "first start, s", "its CPU, s", "next start, s", "its CPU, s", "idle, MB");
        foreach (var line in lines)
        {
            table.Add(
                $"{line.Database}",
                Number(line.First.Elapsed.TotalSeconds, 2),
                Number(line.First.ProcessorTime.TotalSeconds, 2),
                Number(line.Next.Elapsed.TotalSeconds, 2),
                Number(line.Next.ProcessorTime.TotalSeconds, 2),
                Number(line.Next.ResidentBytes / Megabyte, 0));
        }

        return table.ToString();
    }

    public static string Purchases(IEnumerable<PurchaseLine> lines)
    {
        var table = new Table(
            "database", "merchants", "buyers", "purchases/s", "requests/s", "p50, ms", "p95, ms", "p99, ms", "CPU ms/purchase",
            "commits/purchase", "backlog, s", "sustained/s", "memory, MB", "errors", "books", "ceiling/s", "of ceiling");
        foreach (var line in lines)
        {
            table.Add([.. Cells(line)]);
        }

        return table.ToString();
    }

    private static IEnumerable<string> Cells(PurchaseLine line) =>
    [
        $"{line.Database}",
        $"{line.Merchants}",
        $"{line.Buyers}",
        Number(line.Load.PurchasesPerSecond, 1),
        Number(line.Load.RequestsPerSecond, 0),
        Number(line.Load.Percentile(50).TotalMilliseconds, 0),
        Number(line.Load.Percentile(95).TotalMilliseconds, 0),
        Number(line.Load.Percentile(99).TotalMilliseconds, 0),
        Number(line.ProcessorTime.TotalMilliseconds / Math.Max(1, line.Load.Purchases), 1),
        Number(line.CommitsPerPurchase, 1),
        Number(line.Backlog.TotalSeconds, 1),
        Number(line.SustainedPerSecond, 1),
        Number(line.ResidentBytes / Megabyte, 0),
        $"{line.Load.Errors}",
        line.Balanced ? "balanced" : "NOT BALANCED",
        Number(line.Ceiling, 0),
        $"{Number(Whole * line.SustainedPerSecond / line.Ceiling, 1)} %",
    ];

    private static string Number(double value, int decimals) => value.ToString($"f{decimals}", CultureInfo.InvariantCulture);
}
