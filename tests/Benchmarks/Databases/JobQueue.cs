using System.Diagnostics;
using System.Globalization;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Databases;

/// <summary>The server's background work, seen from outside: mails, notices and acts follow a purchase.</summary>
public static class JobQueue
{
    /// <summary>However long the queue is: so long without it becoming shorter is not the work of a server that runs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no job is due or being done.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="TimeoutException">It does not become shorter.</exception>
    public static async Task<TimeSpan> Drain(TestDatabase database, TimeProvider time)
    {
        var (clock, sinceFewer, fewest) = (Stopwatch.StartNew(), Stopwatch.StartNew(), long.MaxValue);
        while (await Due(database, time) is > 0 and var due)
        {
            if (due < fewest)
            {
                fewest = due;
                sinceFewer.Restart();
            }
            else if (sinceFewer.Elapsed > Patience)
            {
                throw new TimeoutException($"{due} jobs are due, and have been for {Patience.TotalSeconds} s.");
            }

            await Task.Delay(LookAgain, time);
        }

        return clock.Elapsed;
    }

    private static async Task<long> Due(TestDatabase database, TimeProvider time)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() * TimeSpan.MicrosecondsPerMillisecond;
        return Convert.ToInt64(
            await database.Execute(
                $"select count(*) from jobs where state = 'Waiting' and run_at <= {now} and (locked_until <= {now} or locked_by is not null)"),
            CultureInfo.InvariantCulture);
    }
}
