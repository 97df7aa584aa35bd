using System.Threading.Channels;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>
/// All writes of the file go through here, one after the other; those that wait together are committed together. A caller
/// hears of success after the commit is on the disk. So everybody's turn comes by itself.
/// </summary>
public sealed class SqliteWriter : IWriter, IAsyncDisposable
{
    private readonly Channel<SqliteWrite> queue = Channel.CreateBounded<SqliteWrite>(Limits.QueuedWrites);
    private readonly SqliteCommit commit;
    private readonly Task loop;

    public SqliteWriter(SqliteCommit commit)
    {
        this.commit = commit;
        loop = Task.Run(Run);
    }

    public Task<T> Write<T>(Id<Merchant> merchant, Turn turn, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var write = new SqliteWrite<T>(merchant, work, cancel);
        return queue.Writer.TryWrite(write) ? write.Result : throw Refuse();
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private DatabaseUnavailableException Refuse() => queue.Reader.Completion.IsCompleted
        ? new DatabaseUnavailableException("The server is stopping: try again when it runs.")
        : new DatabaseUnavailableException($"{Limits.QueuedWrites} writes are waiting already: try again in a moment.");

    private async Task Run()
    {
        var group = new List<SqliteWrite>(Limits.WritesPerCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < Limits.WritesPerCommit && queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            await commit.Run(group);
            group.Clear();
        }
    }
}
