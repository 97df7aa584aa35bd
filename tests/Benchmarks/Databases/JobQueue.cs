using System.Diagnostics;
using System.Globalization;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Databases;

/// <summary>The server's background work, seen from outside: mails, notices and acts follow a purchase.</summary>
public static class JobQueue
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no job is due or being done.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="TimeoutException">It takes too long.</exception>
    public static async Task<TimeSpan> Drain(TestDatabase database, TimeProvider time)
    {
        var clock = Stopwatch.StartNew();
        while (await Due(database, time) is > 0 and var due)
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"{due} jobs are still due {Patience.TotalSeconds} s after the last purchase.");
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
