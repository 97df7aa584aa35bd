using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>Hands out contexts for reading: one merchant's rows, nothing tracked.</summary>
public sealed class Reader(Func<BillingDb> rent)
{
    public async Task<T> Read<T>(Id<Merchant> merchant, Func<BillingDb, Task<T>> query)
    {
        await using var db = rent();
        db.Merchant = merchant;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(db);
    }
}
