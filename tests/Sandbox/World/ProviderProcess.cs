using System.Diagnostics;
using BillingHeadless.SandboxProvider;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>The provider as a process of its own.</summary>
public sealed class ProviderProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private ProviderProcess(Process process, string baseUrl) => (this.process, BaseUrl) = (process, baseUrl);

    public string BaseUrl { get; }

    public static async Task<ProviderProcess> StartAsync(string database, string address = "http://127.0.0.1:0")
    {
        var process = Run(database, address);
        using var limit = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? await process.StandardError.ReadToEndAsync(limit.Token);
        const string Greeting = "The sandbox provider listens on ";
        Assert.StartsWith(Greeting, line);
        return new ProviderProcess(process, line[Greeting.Length..]);
    }

    /// <summary>A start that is expected to fail: exit code and what it says.</summary>
    public static async Task<(int ExitCode, string Said)> FailAsync(string database)
    {
        using var process = Run(database, "http://127.0.0.1:0");
        using var limit = new CancellationTokenSource(Patience);
        var said = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, said);
    }

    /// <summary>SIGKILL: it gets no chance to tidy up.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Run(string database, string address) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(SandboxProviderOptions).Assembly.Location, "--urls", address, "--database", database },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
