using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>
/// Commits several writes together, each in its own savepoint, so that one that fails takes only itself back. A failure of
/// the file takes all of them back.
/// </summary>
public sealed class SqliteCommit(SqliteWriterConnection connection, Func<SqliteBillingDb> rent, OutboxCommit outbox, ICommitObserver? observer)
{
    private const string Savepoint = "write";

    public async Task Run(IReadOnlyList<SqliteWrite> group)
    {
        try
        {
            await Commit(group);
        }
        catch (Exception exception)
        {
            Fail(group, SqliteFailure.Explain(exception) ?? exception);
            connection.Close();
            return;
        }

        foreach (var write in group)
        {
            write.Finish();
        }
    }

    private static void Fail(IReadOnlyList<SqliteWrite> group, Exception failure)
    {
        foreach (var write in group)
        {
            write.Fail(failure);
        }
    }

    private async Task Commit(IReadOnlyList<SqliteWrite> group)
    {
        connection.Open();
        await using var transaction = connection.Connection.BeginTransaction(deferred: false);
        foreach (var write in group)
        {
            await RunAlone(write, transaction);
        }

        observer?.BeforeCommit();
        await transaction.CommitAsync();
        observer?.AfterCommit();
    }

    private async Task RunAlone(SqliteWrite write, SqliteTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint);
        try
        {
            await using var db = rent();
            db.Begin(write.Merchant);
            await db.Database.UseTransactionAsync(transaction);
            db.Database.AutoSavepointsEnabled = false;
            await write.Run(db, outbox);
        }
        catch (Exception exception) when (SqliteFailure.Explain(exception) is null)
        {
            await transaction.RollbackAsync(Savepoint);
            write.Reject(exception);
        }

        await transaction.ReleaseAsync(Savepoint);
    }
}
