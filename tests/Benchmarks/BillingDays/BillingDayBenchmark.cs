using System.Globalization;
using BillingHeadless.Tests.Benchmarks.Report;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>One renewal day and one month close of ever more customers: how many services a second, in how much memory, and whether the cost of one grows.</summary>
public sealed class BillingDayBenchmark(BillingDayOptions options, TimeProvider time, TextWriter output)
{
    private const double Megabyte = 1_048_576;

    /// <returns>0 when each service was billed and the books balance.</returns>
    public async Task<int> Run()
    {
        var lines = new List<BillingDayLine>();
        foreach (var day in BillingDay.All)
        {
            foreach (var customers in options.Customers)
            {
                await using var scene = await BillingDayScene.Build(options.Database, day, customers, time);
                await output.WriteLineAsync($"{customers} customers have a service; the clock is turned to the {day.Name}.");
                lines.Add(await scene.Bill(customers));
            }
        }

        await output.WriteLineAsync($"\n{TableOf(lines)}");
        return lines.All(line => line.IsClean) ? 0 : 1;
    }

    private Table TableOf(IReadOnlyList<BillingDayLine> lines)
    {
        var table = new Table("day", "database", "services", "seconds", "services/s", "CPU ms/service", "cost of the first", "memory, MB", "billed", "books");
        foreach (var line in lines)
        {
            var first = lines.First(one => one.Day == line.Day);
            table.Add(
                line.Day.Name,
                $"{options.Database}",
                $"{line.Customers}",
                Number(line.Elapsed.TotalSeconds, 1),
                Number(line.PerSecond, 0),
                Number(line.ProcessorMilliseconds, 2),
                $"{Number(line.ProcessorMilliseconds / first.ProcessorMilliseconds, 2)} x",
                Number(line.Memory / Megabyte, 0),
                $"{line.Billed}",
                line.IsBalanced ? "balanced" : "NOT BALANCED");
        }

        return table;
    }

    private static string Number(double value, int decimals) => value.ToString($"f{decimals}", CultureInfo.InvariantCulture);
}
