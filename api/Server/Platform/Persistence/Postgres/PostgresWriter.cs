using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

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
            catch (Exception exception) when (attempt < Limits.WriteAttempts && PostgresFailure.IsLostRace(exception))
            {
                // The next attempt reads what the winner has written.
                continue;
            }
            catch (Exception exception) when (PostgresFailure.Explain(exception) is { } unavailable)
            {
                throw unavailable;
            }
        }
    }

    private async Task<T> WriteOnce<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var db = rent();
        db.Begin(merchant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Database.AutoSavepointsEnabled = false;
        var value = await work(db, cancel);
        await outbox.Complete(db, cancel);
        observer?.BeforeCommit();

        // From here on it is decided: a caller that gives up must not leave it open whether the commit has happened.
        await transaction.CommitAsync(CancellationToken.None);
        observer?.AfterCommit();
        return value;
    }
}
