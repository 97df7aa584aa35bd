using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>What holds for a write on either database (ruling 15).</summary>
public sealed class WriterTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_write_that_fails_takes_only_itself_back(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        var (busy, release) = engine.KeepWriterBusy();
        var first = engine.Write(db => engine.AddProduct(db, "first"));
        var thrown = engine.Write(db =>
        {
            engine.AddProduct(db, "thrown");
            throw new InvalidOperationException("A bug.");
        });
        var late = engine.Write(async (db, cancel) =>
        {
            engine.AddProduct(db, "late");
            await db.SaveChangesAsync(cancel);
            throw new InvalidOperationException("A bug after rows were written.");
        });
        var last = engine.Write(db => engine.AddProduct(db, "last"));
        release();

        await Task.WhenAll(busy, first, last);
        await Assert.ThrowsAsync<InvalidOperationException>(() => thrown);
        await Assert.ThrowsAsync<InvalidOperationException>(() => late);
        Assert.Equal(["first", "last"], await engine.ProductNames());
        Assert.Equal([1, 2], await engine.EventSequences());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_row_that_is_there_already_is_refused_by_its_index(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        var merchant = await engine.Reader.Read(engine.Merchant, db => db.Merchants.SingleAsync(row => row.Id == engine.Merchant));

        await Assert.ThrowsAsync<DbUpdateException>(() => engine.Write(db => db.Merchants.Add(merchant)));

        await engine.Write(db => engine.AddProduct(db, "after"));
        Assert.Equal(["after"], await engine.ProductNames());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_thousand_writes_at_once_number_their_events_without_gaps(DatabaseKind kind)
    {
        const int Writes = 1_000;
        const int OneInSoManyFails = 10;
        await using var engine = await Engine.Start(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, Writes).Select(async number =>
        {
            try
            {
                await engine.Write(db =>
                {
                    engine.AddProduct(db, $"product {number}");
                    if (number % OneInSoManyFails == 0)
                    {
                        throw new InvalidOperationException("A bug.");
                    }
                });
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));

        const int Kept = Writes - (Writes / OneInSoManyFails);
        Assert.Equal(Kept, outcomes.Count(succeeded => succeeded));
        Assert.Equal(Enumerable.Range(1, Kept).Select(number => (long)number), await engine.EventSequences());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_write_whose_caller_has_gone_leaves_nothing(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        using var caller = new CancellationTokenSource();
        var (busy, release) = engine.KeepWriterBusy();
        var write = engine.Write(
            async (db, cancel) =>
            {
                engine.AddProduct(db, "unwanted");
                await caller.CancelAsync();
                await db.SaveChangesAsync(cancel);
            },
            caller.Token);
        release();

        await busy;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        await engine.Write(db => engine.AddProduct(db, "next"));
        Assert.Equal(["next"], await engine.ProductNames());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Nobody_hears_of_success_before_the_commit(DatabaseKind kind)
    {
        var observer = new CommitFailure();
        await using var engine = await Engine.Start(kind, observer);

        observer.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => engine.Write(db => engine.AddProduct(db, "lost")));
        observer.Fails = false;

        await engine.Write(db => engine.AddProduct(db, "kept"));
        Assert.Equal(["kept"], await engine.ProductNames());
        Assert.Equal([1], await engine.EventSequences());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_failed_write_leaves_no_announcement_to_the_next(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Write(db =>
        {
            engine.AddProduct(db, "announced");
            throw new InvalidOperationException("A bug.");
        }));

        await engine.Write(db => db.Merchants.Any());

        Assert.Empty(await engine.EventSequences());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_snapshot_does_not_see_what_is_written_meanwhile(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        await engine.Write(db => engine.AddProduct(db, "before"));

        var (seenFirst, seenLast) = await engine.Reader.ReadSnapshot(
            engine.Merchant,
            async db =>
            {
                var first = await db.Products.CountAsync();
                await engine.Write(other => engine.AddProduct(other, "meanwhile"));
                return (first, await db.Products.CountAsync());
            },
            CancellationToken.None);

        Assert.Equal((1, 1), (seenFirst, seenLast));
        Assert.Equal(["before", "meanwhile"], await engine.ProductNames());
    }

    private sealed class CommitFailure : ICommitObserver
    {
        public bool Fails { get; set; }

        public void BeforeCommit()
        {
            if (Fails)
            {
                throw new IOException("The commit fails.");
            }
        }

        public void AfterCommit()
        {
        }
    }
}
