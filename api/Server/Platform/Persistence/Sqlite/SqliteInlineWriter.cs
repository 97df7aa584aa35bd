using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>For stepped runs: each write is carried out by its caller, in a commit of its own; nothing happens in the background.</summary>
public sealed class SqliteInlineWriter(SqliteCommit commit) : IWriter, IDisposable
{
    private readonly SemaphoreSlim only = new(1);

    public async Task<T> Write<T>(Id<Merchant> merchant, Turn turn, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var write = new SqliteWrite<T>(merchant, work, cancel);
        await only.WaitAsync(cancel);
        try
        {
            await commit.Run([write]);
        }
        finally
        {
            only.Release();
        }

        return await write.Result;
    }

    public void Dispose() => only.Dispose();
}
