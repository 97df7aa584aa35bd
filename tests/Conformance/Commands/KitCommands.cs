using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Tests.Conformance.Faults;
using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Commands;

/// <summary>What takes too long for every run of the tests.</summary>
internal static class KitCommands
{
    private const int Groups = 7;
    private const int MostRepetitions = 1_000;

    private const string Usage = """
        faults [words of a title]     seeds every fault, or those whose title has the words, and prints what caught it
        repeat <times>                checks the untouched gateways that often
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["faults", .. var words]:
                return await SeedAsync(string.Join(' ', words), output);
            case ["repeat", var times] when int.TryParse(times, out var count) && count is > 0 and <= MostRepetitions:
                return await RepeatAsync(count, output);
            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> SeedAsync(string words, TextWriter output)
    {
        var hunt = new FaultHunt();
        var catches = new List<Catch>();
        foreach (var fault in SeededFault.All.Where(fault => fault.ToString().Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            var caught = await hunt.HuntAsync(fault);
            catches.Add(caught);
            await output.WriteLineAsync($"{(caught.IsCaught ? "caught" : "SLIPPED THROUGH")}: {fault} [{caught.By?.Name}] {Line(caught.By?.Reason)}");
            await output.FlushAsync();
        }

        await output.WriteLineAsync($"\n{CatchTable.Write(catches)}");
        var isWhole = words.Length == 0;
        return catches.All(one => one.IsCaught) && (!isWhole || catches.DistinctBy(one => one.By!.Group).Count() == Groups) ? 0 : 1;
    }

    private static async Task<int> RepeatAsync(int times, TextWriter output)
    {
        var failed = 0;
        for (var time = 1; time <= times; time++)
        {
            foreach (var gateway in ShippedGateway.All)
            {
                var report = await ConformanceKit.CheckAsync(gateway.Package(), gateway.Adapter);
                failed += report.Passed ? 0 : 1;
                await output.WriteLineAsync($"{time}: {gateway.Name} {(report.Passed ? "conforms" : string.Join('\n', report.Failures))}");
                await output.FlushAsync();
            }
        }

        await output.WriteLineAsync($"{(times * ShippedGateway.All.Count) - failed} of {times * ShippedGateway.All.Count} checks passed.");
        return failed == 0 ? 0 : 1;
    }

    private static string Line(string? reason)
    {
        var line = (reason ?? "").ReplaceLineEndings(" ");
        return line.Length <= 200 ? line : line[..200];
    }
}
