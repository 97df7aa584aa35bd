using BillingHeadless.Tests.Benchmarks.Report;

namespace BillingHeadless.Tests.Benchmarks;

/// <summary>Measures the whole purchase on each database, with few and many merchants, and prints what came of it.</summary>
public sealed class PurchaseBenchmark(BenchmarkOptions options, TimeProvider time, TextWriter output)
{
    /// <returns>0 when every purchase came through and all books are balanced.</returns>
    public async Task<int> Run()
    {
        var starts = new List<StartLine>();
        var purchases = new List<PurchaseLine>();
        foreach (var database in options.Databases)
        {
            foreach (var merchants in options.Merchants)
            {
                await using var scene = await Scene.Build(database, merchants, time);
                starts.Add(scene.Starts!);
                purchases.AddRange(await Measure(scene));
            }
        }

        await output.WriteLineAsync($"\n{BenchmarkReport.Starts(starts)}\n\n{BenchmarkReport.Purchases(purchases)}");
        return purchases.All(line => line.IsClean) ? 0 : 1;
    }

    private async Task<IReadOnlyList<PurchaseLine>> Measure(Scene scene)
    {
        await scene.WarmUp(options.Buyers.Max(), options.WarmUp);
        var lines = new List<PurchaseLine>();
        foreach (var buyers in options.Buyers)
        {
            var line = await scene.Measure(buyers, options.Duration);
            await Tell(line);
            lines.Add(line);
        }

        return await scene.MeasureCeilings(lines, options.Duration / 2);
    }

    private async Task Tell(PurchaseLine line)
    {
        await output.WriteLineAsync(
            $"{line.Database}, merchants {line.Merchants}, buyers {line.Buyers}: {line.Load.Purchases} purchases in {line.Load.Elapsed.TotalSeconds:f1} s");
        foreach (var error in line.Load.ErrorTexts)
        {
            await output.WriteLineAsync($"  failed: {error}");
        }
    }
}
