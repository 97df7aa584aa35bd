using System.Diagnostics;
using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Template;

/// <summary>The project that <c>dotnet new billing-gateway</c> makes, in a folder outside of the repository.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("billing-template-");

    [Fact]
    public async Task It_builds_and_passes_the_kit_at_once()
    {
        var sdk = Path.Combine(ShippedGateway.RepositoryRoot, "sdk");
        var project = Path.Combine(folder.FullName, "Fresh");

        // A list of templates of its own: the one of whoever runs this stays as it is.
        string[] list = ["--debug:custom-hive", Path.Combine(folder.FullName, "templates")];
        await RunAsync(["new", "install", Path.Combine(sdk, "PluginTemplate"), .. list]);
        await RunAsync(["new", "billing-gateway", "-n", "Fresh", "-o", project, "--sdk", sdk, .. list]);
        var said = await RunAsync(["test", Path.Combine(project, "tests"), "--nologo"]);
        Assert.Contains("Passed!", said);
        Assert.Contains("**It conforms**", await File.ReadAllTextAsync(Path.Combine(project, "tests", "bin", "Debug", "net10.0", "conformance.md")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        // A build server that outlives the command would keep its output open.
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
