using System.Diagnostics;
using System.Text;

namespace BillingHeadless.Tests.Kit;

/// <summary>How a server process ended, and what it said.</summary>
public sealed record ServerExit(int Code, string Output, string Error);

/// <summary>
/// The built server in a process of its own, for what only a process shows: exit codes, a second server, a sudden death.
/// File modes bind it even when the tests run as root.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Note(output, line.Data);
        process.ErrorDataReceived += (_, line) => Note(error, line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The server ended before it listened."));
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it at a free port; settings are arguments such as <c>--Billing:Demo=false</c>.</summary>
    public static ServerProcess Start(IEnumerable<string> settings, params IReadOnlyList<(string Name, string Value)> environment)
    {
        string[] server = ["dotnet", Path.Combine(AppContext.BaseDirectory, "BillingHeadless.Server.dll"), "--urls=http://127.0.0.1:0", .. settings];
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", .. server] : server;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(start);
    }

    /// <summary>Waits until it listens; answers its address.</summary>
    public Task<string> Address() => listening.Task.WaitAsync(Patience);

    /// <summary>What follows a mark in its output so far.</summary>
    public string After(string mark)
    {
        lock (output)
        {
            var lines = output.ToString().Split('\n', StringSplitOptions.TrimEntries);
            return lines.Single(line => line.StartsWith(mark, StringComparison.Ordinal))[mark.Length..];
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<ServerExit> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new ServerExit(process.ExitCode, output.ToString(), error.ToString());
    }

    /// <summary>SIGKILL: it cannot clean up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    private void Note(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.AppendLine(line);
        }

        if (line.IndexOf(ListeningMark, StringComparison.Ordinal) is >= 0 and var at)
        {
            listening.TrySetResult(line[(at + ListeningMark.Length)..].Trim());
        }
    }
}
