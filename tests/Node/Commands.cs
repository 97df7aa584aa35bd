using System.Globalization;
using System.Text.Json;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Node;

/// <summary>What a test can tell the node: one line each, answered by one line when it is done.</summary>
public sealed class Commands(CrashPoints points, DueJobs jobs, TestTime time)
{
    /// <summary>How every line for the test begins; the server's own output is between them.</summary>
    public const string Answer = "node: ";

    private const string Done = "done";

    /// <summary>Says where the server listens, then obeys until the input ends.</summary>
    public async Task Obey(TextReader input, TextWriter output, string address)
    {
        await output.WriteLineAsync(Answer + address);
        while (await input.ReadLineAsync() is { } line)
        {
            await output.WriteLineAsync(Answer + await Obey(line.Split(' ', 2)));
        }
    }

    private async Task<string> Obey(string[] command)
    {
        switch (command)
        {
            case ["time", var instant]:
                time.MoveTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
                return Done;
            case ["step", var words]:
                points.Step = words;
                return Done;
            case ["count"]:
                points.Count();
                return Done;
            case ["before", var number]:
                points.KillAt(Moment.Before, int.Parse(number, CultureInfo.InvariantCulture));
                return Done;
            case ["after", var number]:
                points.KillAt(Moment.After, int.Parse(number, CultureInfo.InvariantCulture));
                return Done;
            case ["points"]:
                return JsonSerializer.Serialize(points.Passed);
            case ["jobs"]:
                await jobs.Run();
                return Done;
            default:
                throw new InvalidOperationException($"There is no command '{string.Join(' ', command)}'.");
        }
    }
}
