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
            await using var db = database.RentReader();
            db.Merchant = merchant;
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await query(db);
        }
        catch (Exception exception) when (database.Explain(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }
}
