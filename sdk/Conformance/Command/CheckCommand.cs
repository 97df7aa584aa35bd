using BillingHeadless.Conformance.Reporting;

namespace BillingHeadless.Conformance.Command;

/// <summary>Checks a package from the command line.</summary>
public static class CheckCommand
{
    private const int Conforms = 0;
    private const int Fails = 1;
    private const int Misused = 2;

    private const string Usage = """
        Checks whether a payment gateway keeps the contract.

          check <package> --adapter <dll> [--previous <package>] [--report <file without ending>]

        The package is the .zip that would be installed. The adapter's assembly holds one public class derived from GatewayAdapter with a
        constructor without parameters. --previous is the package of the version before, whose payments this one carries on. --report writes
        the report to <file>.md and <file>.json; otherwise it is printed.
        """;

    /// <summary>Runs the command.</summary>
    /// <returns>0: the plugin conforms; 1: it does not; 2: no such command.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (CheckArguments.Read(args) is not { } arguments)
        {
            await errors.WriteLineAsync(Usage);
            return Misused;
        }

        try
        {
            var report = await ConformanceKit.CheckAsync(
                await File.ReadAllBytesAsync(arguments.Package),
                AdapterFile.Read(arguments.Adapter),
                new ConformanceOptions { PreviousPackage = arguments.Previous is { } previous ? await File.ReadAllBytesAsync(previous) : null });
            await WriteAsync(report, arguments.Report, output);
            return report.Passed ? Conforms : Fails;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            await errors.WriteLineAsync(refused.Message);
            return Misused;
        }
    }

    private static async Task WriteAsync(ConformanceReport report, string? file, TextWriter output)
    {
        if (file is null)
        {
            await output.WriteLineAsync(report.ToMarkdown());
            return;
        }

        await File.WriteAllTextAsync($"{file}.md", report.ToMarkdown());
        await File.WriteAllTextAsync($"{file}.json", report.ToJson());
        await output.WriteLineAsync($"{(report.Passed ? "It conforms." : $"It does not conform: {report.Failures.Count()} failed.")} See {file}.md.");
    }
}
