using BillingHeadless.Tests.Benchmarks.Report;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>Swaps the gateway again and again while buyers buy, and prints what came of it.</summary>
public sealed class SwapBenchmark(SwapOptions options, TimeProvider time, TextWriter output)
{
    private const int FailuresShown = 5;

    /// <returns>0 when no request failed, no payment was lost or doubled, and no version stayed in memory.</returns>
    public async Task<int> Run()
    {
        await using var scene = await SwapScene.Build(options.Database, time);
        var figures = await scene.Run(options.Swaps, options.Buyers, output);
        var table = new Table($"{options.Swaps} swaps under {options.Buyers} buyers, {options.Database}", "");
        foreach (var (name, value) in figures.Lines())
        {
            table.Add(name, value);
        }

        await output.WriteLineAsync($"\n{table}");
        foreach (var failure in figures.Failed.Take(FailuresShown))
        {
            await output.WriteLineAsync($"  failed: {failure}");
        }

        return figures.IsClean ? 0 : 1;
    }
}
