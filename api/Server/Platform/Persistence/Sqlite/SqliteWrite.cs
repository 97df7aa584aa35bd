using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>A write on its way: how it ended is known before the commit and told after it.</summary>
public abstract class SqliteWrite(Id<Merchant> merchant)
{
    public Id<Merchant> Merchant { get; } = merchant;

    public abstract Task Run(BillingDb db, OutboxCommit outbox);

    /// <summary>It failed alone. Told with the group all the same: it may have failed over what the group has not yet committed.</summary>
    public abstract void Reject(Exception exception);

    /// <summary>The group is on the disk.</summary>
    public abstract void Finish();

    /// <summary>The group is not on the disk.</summary>
    public abstract void Fail(Exception exception);
}

public sealed class SqliteWrite<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel) : SqliteWrite(merchant)
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;
    private Exception? rejection;

    public Task<T> Result => done.Task;

    public override async Task Run(BillingDb db, OutboxCommit outbox)
    {
        cancel.ThrowIfCancellationRequested();
        value = await work(db, cancel);
        await outbox.Complete(db, cancel);
    }

    public override void Reject(Exception exception) => rejection = exception;

    public override void Finish()
    {
        if (rejection is null)
        {
            done.SetResult(value!);
        }
        else
        {
            Fail(rejection);
        }
    }

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException cancelled)
        {
            done.SetCanceled(cancelled.CancellationToken);
        }
        else
        {
            done.SetException(exception);
        }
    }
}
