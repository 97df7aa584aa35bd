using BillingHeadless.Tests.Benchmarks;

if (BenchmarkOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

return await new PurchaseBenchmark(options, TimeProvider.System, Console.Out).Run();
