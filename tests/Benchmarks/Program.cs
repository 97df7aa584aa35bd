using BillingHeadless.Tests.Benchmarks;
using BillingHeadless.Tests.Benchmarks.Swaps;

if (SwapOptions.Read(args) is { } swaps)
{
    return await new SwapBenchmark(swaps, TimeProvider.System, Console.Out).Run();
}

if (BenchmarkOptions.Read(args) is { } options)
{
    return await new PurchaseBenchmark(options, TimeProvider.System, Console.Out).Run();
}

Console.Error.WriteLine($"{BenchmarkOptions.Usage}\n{SwapOptions.Usage}");
return 2;
