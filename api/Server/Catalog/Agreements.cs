using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Catalog;

/// <summary>Agreements by their ids: any version's id names its series.</summary>
public static class Agreements
{
    /// <summary>The series of the named agreements, or null when one does not exist.</summary>
    public static async Task<IReadOnlyList<string>?> Find(BillingDb db, IReadOnlyList<string> named, CancellationToken cancel)
    {
        var ids = named.Select(Id<Agreement>.Parse).OfType<Id<Agreement>>().Distinct().ToList();
        var found = await db.Agreements.Where(agreement => ids.Contains(agreement.Id)).Select(agreement => agreement.Series).Distinct().ToListAsync(cancel);
        return ids.Count == named.Distinct().Count() && await db.Agreements.CountAsync(agreement => ids.Contains(agreement.Id), cancel) == ids.Count ? found : null;
    }

    /// <summary>The current version of each series.</summary>
    public static async Task<IReadOnlyList<Agreement>> Current(BillingDb db, IReadOnlyCollection<string> series, CancellationToken cancel)
    {
        var versions = await db.Agreements.Where(agreement => series.Contains(agreement.Series)).ToListAsync(cancel);
        return [.. versions.GroupBy(agreement => agreement.Series).Select(group => group.MaxBy(agreement => agreement.Number)!)];
    }
}
