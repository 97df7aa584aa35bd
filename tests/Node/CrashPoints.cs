using System.Diagnostics;

namespace BillingHeadless.Tests.Node;

/// <summary>
/// The places where the process touches the world: commits, calls to the outside, mails. They are counted as they are passed, and at
/// one of them the process may kill itself. A test lets one thing happen at a time, so that they come in the same order each time.
/// </summary>
public sealed class CrashPoints(TextWriter output)
{
    /// <summary>How the last line of a node begins that has killed itself; the point's name follows.</summary>
    public const string LastWords = "dies at: ";

    private readonly List<string> passed = [];
    private (Moment Moment, int Number)? end;

    /// <summary>What is going on, in words.</summary>
    public string Step { get; set; } = "";

    /// <summary>What has been passed since counting began.</summary>
    public IReadOnlyList<string> Passed => passed;

    /// <summary>Counts anew and kills nobody.</summary>
    public void Count()
    {
        passed.Clear();
        end = null;
    }

    /// <summary>Counts anew, and kills the process at the point of this number.</summary>
    public void KillAt(Moment moment, int number)
    {
        passed.Clear();
        end = (moment, number);
    }

    /// <summary>The next point is reached; nothing of it has happened.</summary>
    public void Before(string what)
    {
        passed.Add($"{what}, while {Step}");
        DieIf(Moment.Before);
    }

    /// <summary>It has happened, and nobody has heard of it.</summary>
    public void After() => DieIf(Moment.After);

    /// <summary>SIGKILL: no handler runs, no buffer is written, no connection is closed properly.</summary>
    private void DieIf(Moment moment)
    {
        if (end != (moment, passed.Count))
        {
            return;
        }

        output.WriteLine($"{LastWords}{passed[^1]}");
        output.Flush();
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}

/// <summary>Which side of a crash point.</summary>
public enum Moment
{
    Before,
    After,
}
