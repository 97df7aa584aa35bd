using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

public static class SubscriptionFinder
{
    /// <summary>The service with its periods, when the caller may see it.</summary>
    public static async Task<Subscription?> Find(BillingDb db, string id, Caller caller, CancellationToken cancel) =>
        Id<Subscription>.Parse(id) is { } key && await Read(db, key, cancel) is { } subscription && caller.MayActFor(subscription.CustomerId) ? subscription : null;

    public static Task<Subscription?> Read(BillingDb db, Id<Subscription> id, CancellationToken cancel) =>
        db.Subscriptions.Include(row => row.Periods).SingleOrDefaultAsync(row => row.Id == id, cancel);
}
