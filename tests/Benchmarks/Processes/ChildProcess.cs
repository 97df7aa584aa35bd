using System.Diagnostics;

namespace BillingHeadless.Tests.Benchmarks.Processes;

/// <summary>A program of this repository as a process of its own, from its build output. It ends with this object.</summary>
public sealed class ChildProcess : IDisposable
{
    private const string AddressMark = "http://";
    private const int LinesKept = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> lastLines = new();
    private bool isDisposed;

    private ChildProcess(string assembly, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"{assembly} has ended:\n{Said()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>The time that it has had a processor, in user and system mode.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of its memory that are in RAM.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it says where it listens.</summary>
    /// <param name="assembly">Its own, or that of a project's build: <see cref="BuildOf"/>.</param>
    /// <param name="arguments">Without the address: it chooses a free port.</param>
    public static async Task<ChildProcess> Start(string assembly, IEnumerable<string> arguments)
    {
        var child = new ChildProcess(assembly, arguments);
        try
        {
            await child.address.Task.WaitAsync(Patience);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>The assembly of a project under <c>api/</c>. Build output lies in the same place everywhere: <c>bin/(configuration)/(framework)</c>.</summary>
    public static string BuildOf(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var repository = configuration.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(repository, "api", project, "bin", configuration.Name, framework.Name, $"BillingHeadless.{project}.dll");
    }

    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        process.Kill();
        process.WaitForExit();
        process.Dispose();
        isDisposed = true;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lastLines)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > LinesKept)
            {
                lastLines.Dequeue();
            }
        }

        if (line.IndexOf(AddressMark, StringComparison.Ordinal) is >= 0 and var at)
        {
            address.TrySetResult(new Uri(line[at..].Trim()));
        }
    }

    private string Said()
    {
        lock (lastLines)
        {
            return string.Join('\n', lastLines);
        }
    }
}
