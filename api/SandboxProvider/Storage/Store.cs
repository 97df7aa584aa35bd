using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider.Storage;

/// <summary>
/// The provider's database: several readers and one writer. Writes that arrive together are committed together, each in a savepoint of
/// its own, and are answered after the commit.
/// </summary>
internal sealed class Store(string path) : IDisposable
{
    private readonly Channel<PendingWrite> queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(Limits.QueuedWrites) { SingleReader = true });

    private readonly ConcurrentBag<Session> idleReaders = [];
    private readonly SemaphoreSlim readerSlots = new(Limits.Readers);
    private Session? writer;
    private Task committing = Task.CompletedTask;

    /// <summary>Opens the file, makes its tables when they are not there, and starts to commit.</summary>
    public void Open()
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        writer = Connect();
        writer.Execute("pragma journal_mode = wal");
        foreach (var statement in Schema.Statements)
        {
            writer.Execute(statement);
        }

        committing = Task.Run(CommitAsync);
    }

    /// <summary>Carries out the work in a transaction; the answer comes after its commit.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, T> work)
    {
        var write = new PendingWrite<T>(work);
        await queue.Writer.WriteAsync(write);
        return await write.Answer;
    }

    public async Task<T> ReadAsync<T>(Func<Session, T> work)
    {
        await readerSlots.WaitAsync();
        try
        {
            var reader = idleReaders.TryTake(out var idle) ? idle : Connect();
            var answer = work(reader);
            idleReaders.Add(reader);
            return answer;
        }
        finally
        {
            readerSlots.Release();
        }
    }

    /// <summary>Commits what is queued, then closes the file.</summary>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        committing.GetAwaiter().GetResult();
        writer?.Dispose();
        while (idleReaders.TryTake(out var reader))
        {
            reader.Dispose();
        }

        readerSlots.Dispose();
    }

    private Session Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        var session = new Session(connection);
        session.Execute("pragma busy_timeout = 5000");
        session.Execute("pragma foreign_keys = on");
        session.Execute("pragma synchronous = normal");
        return session;
    }

    private async Task CommitAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            CommitGroup(TakeGroup(), writer!);
        }
    }

    private List<PendingWrite> TakeGroup()
    {
        var group = new List<PendingWrite>();
        while (group.Count < Limits.WritesPerCommit && queue.Reader.TryRead(out var write))
        {
            group.Add(write);
        }

        return group;
    }

    private static void CommitGroup(List<PendingWrite> group, Session session)
    {
        try
        {
            session.Execute("begin immediate");
            group.ForEach(write => RunInSavepoint(write, session));
            session.Execute("commit");
        }
        catch (SqliteException problem)
        {
            group.ForEach(write => write.Fail(problem));
            RollBack(session);
            return;
        }

        group.ForEach(write => write.Complete());
    }

    private static void RunInSavepoint(PendingWrite write, Session session)
    {
        session.Execute("savepoint one_write");
        try
        {
            write.Run(session);
        }
        catch (Exception problem)
        {
            write.Fail(problem);
            session.Execute("rollback to one_write");
        }

        session.Execute("release one_write");
    }

    // SQLite has rolled back by itself after some errors, for example a full disk.
    private static void RollBack(Session session)
    {
        if (session.InTransaction)
        {
            session.Execute("rollback");
        }
    }
}
