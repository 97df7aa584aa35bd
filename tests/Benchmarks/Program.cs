using BillingHeadless.Tests.Benchmarks;
using BillingHeadless.Tests.Benchmarks.BillingDays;
using BillingHeadless.Tests.Benchmarks.Growth;
using BillingHeadless.Tests.Benchmarks.Swaps;

if (SwapOptions.Read(args) is { } swaps)
{
    return await new SwapBenchmark(swaps, TimeProvider.System, Console.Out).Run();
}

if (BillingDayOptions.Read(args) is { } billingDays)
{
    return await new BillingDayBenchmark(billingDays, TimeProvider.System, Console.Out).Run();
}

if (GrowthOptions.Read(args) is { } growth)
{
    return await new GrowthBenchmark(growth, Console.Out).Run();
}

if (BenchmarkOptions.Read(args) is { } options)
{
    return await new PurchaseBenchmark(options, TimeProvider.System, Console.Out).Run();
}

Console.Error.WriteLine($"{BenchmarkOptions.Usage}\n{SwapOptions.Usage}\n{BillingDayOptions.Usage}\n{GrowthOptions.Usage}");
return 2;
