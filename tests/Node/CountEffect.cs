using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Node;

/// <summary>A job whose effect can be counted: one row in a table that would take the same row twice. The test makes the table.</summary>
public sealed class CountEffect : IJob
{
    /// <summary>Makes the table of effects; it has no unique key.</summary>
    public const string Table = "create table effects (job_key text not null)";

    public static string Kind => "test.countEffect";

    public static JobDraft For(Id<Merchant> merchant, int number, DateTimeOffset dueAt) => new(merchant, Kind, $"{number}", dueAt, JobClock.System);

    public Task Run(JobRun run, CancellationToken cancel) =>
        run.Complete((db, token) => db.Database.ExecuteSqlAsync($"insert into effects (job_key) values ({run.Key})", token), cancel);
}
