using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>One writer for one file: groups, the queue's end, and what happens when the file fails.</summary>
public sealed class SqliteWriterTests
{
    private static readonly string Large = new('x', 1_000_000);

    [Fact]
    public async Task Writes_that_wait_together_are_one_commit()
    {
        var observer = new CommitCount();
        await using var engine = await Engine.Start(DatabaseKind.Sqlite, observer);
        var before = observer.Commits;

        var (busy, release) = engine.KeepWriterBusy();
        var waiting = Enumerable.Range(1, Limits.WritesPerCommit).Select(number => engine.Write(db => engine.AddProduct(db, $"{number}"))).ToList();
        release();
        await Task.WhenAll([busy, .. waiting]);

        Assert.InRange(observer.Commits - before, 1, 3);
        Assert.Equal(Limits.WritesPerCommit, (await engine.ProductNames()).Count);
    }

    [Fact]
    public async Task A_full_disk_takes_the_whole_group_back_and_the_next_write_goes_on()
    {
        await using var engine = await Engine.Start(DatabaseKind.Sqlite);
        await FillDisk(engine);

        var (busy, release) = engine.KeepWriterBusy();
        var small = engine.Write(db => engine.AddProduct(db, "small"));
        var large = engine.Write(db => engine.AddProduct(db, Large));
        var rejected = engine.Write(_ => throw new InvalidOperationException("It may have been wrong over rows that are gone now."));
        release();

        foreach (var write in new[] { busy, small, large, rejected })
        {
            Assert.Contains("full", (await Assert.ThrowsAsync<DatabaseUnavailableException>(() => write)).Message);
        }

        await engine.Write(db => engine.AddProduct(db, "after"));
        Assert.Equal(["after"], await engine.ProductNames());
        Assert.Equal([1], await engine.EventSequences());
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_named_as_such_and_the_next_write_goes_on()
    {
        await using var engine = await Engine.Start(DatabaseKind.Sqlite);
        await engine.Write((db, cancel) => db.Database.ExecuteSqlRawAsync("pragma query_only = 1", cancel));

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => engine.Write(db => engine.AddProduct(db, "refused")));

        Assert.Contains("read-only", refused.Message);
        await engine.Write(db => engine.AddProduct(db, "after"));
        Assert.Equal(["after"], await engine.ProductNames());
    }

    [Fact]
    public async Task While_another_program_locks_the_file_it_is_read_but_not_written()
    {
        var files = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var engine = await Engine.Start(files);
        await using (var other = await files.Connect())
        await using (await other.BeginTransactionAsync())
        {
            Assert.Contains("locked", (await Assert.ThrowsAsync<DatabaseUnavailableException>(() => engine.Write(db => engine.AddProduct(db, "refused")))).Message);
            Assert.Empty(await engine.ProductNames());
        }

        await engine.Write(db => engine.AddProduct(db, "after"));
        Assert.Equal(["after"], await engine.ProductNames());
    }

    [Fact]
    public async Task More_writes_than_the_queue_holds_are_sent_away_with_a_sentence()
    {
        await using var engine = await Engine.Start(DatabaseKind.Sqlite);
        var (busy, release) = engine.KeepWriterBusy();
        var began = new TaskCompletionSource();
        var more = new List<Task>();
        DatabaseUnavailableException? refusal = null;
        while (refusal is null && more.Count <= Limits.QueuedWrites + Limits.WritesPerCommit)
        {
            try
            {
                more.Add(engine.Write((_, _) => began.Task));
            }
            catch (DatabaseUnavailableException exception)
            {
                refusal = exception;
            }
        }

        began.SetResult();
        release();
        await Task.WhenAll([busy, .. more]);
        Assert.Contains("waiting already", refusal?.Message);
    }

    [Fact]
    public async Task A_stepped_run_writes_at_once_and_on_the_callers_thread()
    {
        await using var engine = await Engine.Start(DatabaseKind.Sqlite, isStepped: true);
        var thread = 0;

        var write = engine.Write(db =>
        {
            thread = Environment.CurrentManagedThreadId;
            engine.AddProduct(db, "stepped");
        });

        Assert.True(write.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(["stepped"], await engine.ProductNames());
    }

    /// <summary>The file may not grow beyond what it has, as on a full disk. A connection that is opened anew may.</summary>
    private static Task FillDisk(Engine engine) => engine.Write((db, cancel) => db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1", cancel));

    private sealed class CommitCount : ICommitObserver
    {
        public int Commits { get; private set; }

        public void BeforeCommit()
        {
        }

        public void AfterCommit() => Commits++;
    }
}
