using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>A planned piece of work with its lease. A done job stays as the mark that makes it unique.</summary>
public sealed class JobRow : IOwned
{
    public const string IdPrefix = "job";

    private JobRow()
    {
    }

    public string Id { get; private set; } = "";

    public Id<Merchant> MerchantId { get; private set; }

    public string Kind { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public JobClock Clock { get; private set; }

    /// <summary>By its own clock.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>By the system's clock; moves when a test merchant's clock is moved.</summary>
    public DateTimeOffset RunAt { get; private set; }

    public JobState State { get; private set; }

    public int Attempts { get; private set; }

    public string? LockedBy { get; private set; }

    public DateTimeOffset LockedUntil { get; private set; }

    /// <summary>What went wrong last, for people.</summary>
    public string? LastError { get; private set; }

    public static async Task Insert(BillingDb db, JobDraft draft, IdSource ids, TimeSpan offset, CancellationToken cancel)
    {
        var id = ids.Text(IdPrefix);
        var due = Instants.ToMicroseconds(draft.DueAt);
        var run = Instants.ToMicroseconds(draft.DueAt - offset);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into jobs (id, merchant_id, kind, key, payload, clock, due_at, run_at, state, attempts, locked_until)
            values ({id}, {draft.MerchantId.Value}, {draft.Kind}, {draft.Key}, {draft.Payload}, {draft.Clock.ToString()}, {due}, {run}, {nameof(JobState.Waiting)}, 0, 0)
            on conflict (merchant_id, kind, key) do nothing
            """,
            cancel);
    }

    public sealed class Mapping : IEntityTypeConfiguration<JobRow>
    {
        public void Configure(EntityTypeBuilder<JobRow> builder)
        {
            builder.ToTable("Jobs");
            builder.HasKey(row => row.Id);
            builder.HasIndex(row => new { row.MerchantId, row.Kind, row.Key }).IsUnique();

            // In the order in which they are claimed: after a midnight at which a hundred thousand fall due, a claim still reads only what it takes.
            builder.HasIndex(row => new { row.RunAt, row.Kind, row.Id }).HasFilter("state = 'Waiting'");

            // For whoever moves a test clock: the merchant's next job, however many wait.
            builder.HasIndex(row => new { row.MerchantId, row.DueAt, row.Kind, row.Id }).HasFilter("state = 'Waiting' and clock = 'Merchant'");
        }
    }
}

public enum JobState
{
    Waiting,
    Done,

    /// <summary>Tried as often as allowed: a person must look.</summary>
    Failed,
}
