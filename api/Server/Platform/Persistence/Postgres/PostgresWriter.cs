using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

/// <summary>Each write in a transaction of its own; one that lost a race is run again, a bounded number of times.</summary>
public sealed class PostgresWriter(Func<PostgresBillingDb> rent, OutboxCommit outbox, ICommitObserver? observer) : IWriter
{
    public async Task<T> Write<T>(Id<Merchant> merchant, Turn turn, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(merchant, turn, work, cancel);
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

    private async Task<T> WriteOnce<T>(Id<Merchant> merchant, Turn turn, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var db = rent();
        db.Begin(merchant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Database.AutoSavepointsEnabled = false;
        await TakeTurn(db, turn, cancel);
        var value = await work(db, cancel);
        await outbox.Complete(db, cancel);
        observer?.BeforeCommit();

        // From here on it is decided: a caller that gives up must not leave it open whether the commit has happened.
        await transaction.CommitAsync(CancellationToken.None);
        observer?.AfterCommit();
        return value;
    }

    /// <summary>Comes before anything is read, and ends with the transaction. Always in the same order, so that two that take several never wait for each other.</summary>
    private static async Task TakeTurn(PostgresBillingDb db, Turn turn, CancellationToken cancel)
    {
        var customers = turn.Customers is { } whose ? await whose(db).Distinct().OrderBy(id => id).ToListAsync(cancel) : [];
        foreach (var customer in customers)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({customer.Value}, 0))", cancel);
        }
    }
}
