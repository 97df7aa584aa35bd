using System.Collections.Concurrent;
using System.Diagnostics;

namespace BillingHeadless.Tests.Durability.Processes;

/// <summary>A program of ours, from beside the tests, as a process of its own: lines go in, lines come out. It ends with this object.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>The exit code of a process that was ended by SIGKILL.</summary>
    public const int Killed = 128 + 9;

    private const int LinesKept = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Ends a program that pays no heed to its input when the input ends: whoever started it is gone then.</summary>
    private const string Keeper = """trap '' INT TERM; "$@" & cat; kill -9 $!""";

    private readonly Process process;
    private readonly bool isKept;
    private readonly ConcurrentQueue<string> said = new();

    private ChildProcess(string program, bool isKept, IEnumerable<string> arguments)
    {
        this.isKept = isKept;
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, $"BillingHeadless.{program}.dll"), "--urls=http://127.0.0.1:0", .. arguments];
        command = isKept ? ["sh", "-c", Keeper, "sh", .. command] : command;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A short life: code that is compiled anew to run faster would not pay off.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The last lines of its output, for a failure's message.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>Starts one that ends when its input does.</summary>
    public static ChildProcess Start(string program, params IEnumerable<string> arguments) => new(program, isKept: false, arguments);

    /// <summary>Starts one that takes no input.</summary>
    public static ChildProcess StartKept(string program, params IEnumerable<string> arguments) => new(program, isKept: true, arguments);

    /// <summary>A line to its standard input. One that has died hears nothing, which the next answer tells.</summary>
    public async Task Write(string line)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            Keep($"It had ended before it could be told: {line}");
        }
    }

    /// <summary>The next line with one of these beginnings; null when it has ended.</summary>
    public async Task<string?> Read(params string[] beginnings)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            Keep(line);
            if (beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (isKept)
        {
            process.StandardInput.Close();
        }
        else
        {
            process.Kill();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        said.Enqueue(line);
        if (said.Count > LinesKept)
        {
            said.TryDequeue(out _);
        }
    }
}
