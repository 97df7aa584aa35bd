using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

/// <summary>Each write in a transaction of its own; one that lost a race is run again, a bounded number of times.</summary>
public sealed class PostgresWriter(Func<PostgresBillingDb> rent, OutboxCommit outbox, ICommitObserver? observer) : IWriter
{
    public async Task<T> Write<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(merchant, work, cancel);
            }
            catch (Exception exception) when (attempt < Limits.WriteAttempts && LostRace(exception))
            {
                // The next attempt reads what the winner has written.
            }
            catch (Exception exception) when (PostgresFailure.Explain(exception) is { } unavailable)
            {
                throw unavailable;
            }
        }
    }

    private static bool LostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || Find(exception) is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation };

    private static PostgresException? Find(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;

    private async Task<T> WriteOnce<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var db = rent();
        db.Merchant = merchant;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Database.AutoSavepointsEnabled = false;
        var value = await work(db, cancel);
        await outbox.Complete(db, cancel);
        observer?.BeforeCommit();
        await transaction.CommitAsync(cancel);
        observer?.AfterCommit();
        return value;
    }
}
