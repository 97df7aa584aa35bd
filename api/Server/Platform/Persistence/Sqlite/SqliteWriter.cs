using System.Threading.Channels;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>
/// All writes of the file go through here, one after the other, several in one commit: each in its own savepoint, so that
/// one that fails takes only itself back. A caller hears of success after the commit is on the disk.
/// </summary>
public sealed class SqliteWriter : IWriter, IAsyncDisposable
{
    private readonly Channel<WriteItem> queue = Channel.CreateBounded<WriteItem>(Limits.QueuedWrites);
    private readonly SqliteWriterConnection connection;
    private readonly Func<SqliteBillingDb> rent;
    private readonly OutboxCommit outbox;
    private readonly ICommitObserver? observer;
    private readonly Task loop;

    public SqliteWriter(SqliteWriterConnection connection, Func<SqliteBillingDb> rent, OutboxCommit outbox, ICommitObserver? observer)
    {
        this.connection = connection;
        this.rent = rent;
        this.outbox = outbox;
        this.observer = observer;
        loop = Task.Run(RunAsync);
    }

    public async Task<T> Write<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var item = new WriteItem<T>(merchant, work, cancel);
        await queue.Writer.WriteAsync(item, cancel);
        return await item.Result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<WriteItem>(Limits.WritesPerCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < Limits.WritesPerCommit && queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            await CommitGroup(group);
            group.Clear();
        }
    }

    private async Task CommitGroup(List<WriteItem> group)
    {
        try
        {
            await using var transaction = connection.Connection.BeginTransaction(deferred: false);
            foreach (var item in group)
            {
                await RunItem(item, transaction);
            }

            observer?.BeforeCommit();
            await transaction.CommitAsync();
            observer?.AfterCommit();
        }
        catch (Exception exception)
        {
            var failure = SqliteFailure.Explain(exception) ?? exception;
            group.ForEach(item => item.Fail(failure));
            return;
        }

        group.ForEach(item => item.Succeed());
    }

    private async Task RunItem(WriteItem item, SqliteTransaction transaction)
    {
        const string Savepoint = "write";
        await transaction.SaveAsync(Savepoint);
        try
        {
            await using var db = rent();
            db.Merchant = item.Merchant;
            await db.Database.UseTransactionAsync(transaction);
            db.Database.AutoSavepointsEnabled = false;
            await item.Run(db, outbox);
            await transaction.ReleaseAsync(Savepoint);
        }
        catch (Exception exception) when (SqliteFailure.Explain(exception) is null)
        {
            await transaction.RollbackAsync(Savepoint);
            await transaction.ReleaseAsync(Savepoint);
            item.Fail(exception);
        }
    }

    /// <summary>A write on its way: it knows its result before the commit and tells it after.</summary>
    private abstract class WriteItem(Id<Merchant> merchant)
    {
        public Id<Merchant> Merchant { get; } = merchant;

        public abstract Task Run(BillingDb db, OutboxCommit outbox);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class WriteItem<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
        : WriteItem(merchant)
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? value;

        public Task<T> Result => done.Task;

        public override async Task Run(BillingDb db, OutboxCommit outbox)
        {
            cancel.ThrowIfCancellationRequested();
            value = await work(db, cancel);
            await outbox.Complete(db, cancel);
        }

        public override void Succeed() => done.TrySetResult(value!);

        public override void Fail(Exception exception) => done.TrySetException(exception);
    }
}
