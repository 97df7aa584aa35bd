using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>Hands out contexts for reading: one merchant's rows, nothing tracked.</summary>
public sealed class Reader(IDatabase database)
{
    /// <exception cref="DatabaseUnavailableException">The database cannot be read now.</exception>
    public async Task<T> Read<T>(Id<Merchant> merchant, Func<BillingDb, Task<T>> query)
    {
        try
        {
            await using var db = Rent(merchant);
            return await query(db);
        }
        catch (Exception exception) when (database.Explain(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>For several queries that must agree with one another: all see the state of one instant, whatever is written meanwhile.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be read now.</exception>
    public Task<T> ReadSnapshot<T>(Id<Merchant> merchant, Func<BillingDb, Task<T>> query, CancellationToken cancel) => Read(merchant, async db =>
    {
        await database.BeginSnapshot(db, cancel);
        return await query(db);
    });

    private BillingDb Rent(Id<Merchant> merchant)
    {
        var db = database.RentReader();
        db.Begin(merchant);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }
}
