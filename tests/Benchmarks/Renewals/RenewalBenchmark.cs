using System.Globalization;
using BillingHeadless.Tests.Benchmarks.Report;

namespace BillingHeadless.Tests.Benchmarks.Renewals;

/// <summary>One renewal day of ever more customers: how many services a second, in how much memory, and whether the cost of one grows.</summary>
public sealed class RenewalBenchmark(RenewalOptions options, TimeProvider time, TextWriter output)
{
    private const double Megabyte = 1_048_576;

    /// <returns>0 when each service was extended and the books balance.</returns>
    public async Task<int> Run()
    {
        var lines = new List<RenewalLine>();
        foreach (var customers in options.Customers)
        {
            await using var scene = await RenewalScene.Build(options.Database, customers, time);
            await output.WriteLineAsync($"{customers} customers have a service; the clock is turned to the day on which all of them are extended.");
            lines.Add(await scene.Renew(customers));
        }

        await output.WriteLineAsync($"\n{TableOf(lines)}");
        return lines.All(line => line.IsClean) ? 0 : 1;
    }

    private Table TableOf(IReadOnlyList<RenewalLine> lines)
    {
        var table = new Table("database", "services", "seconds", "services/s", "CPU ms/service", "cost of the first", "memory, MB", "extended", "books");
        foreach (var line in lines)
        {
            table.Add(
                $"{options.Database}",
                $"{line.Customers}",
                Number(line.Elapsed.TotalSeconds, 1),
                Number(line.PerSecond, 0),
                Number(line.ProcessorMilliseconds, 2),
                $"{Number(line.ProcessorMilliseconds / lines[0].ProcessorMilliseconds, 2)} x",
                Number(line.Memory / Megabyte, 0),
                $"{line.Extended}",
                line.IsBalanced ? "balanced" : "NOT BALANCED");
        }

        return table;
    }

    private static string Number(double value, int decimals) => value.ToString($"f{decimals}", CultureInfo.InvariantCulture);
}
