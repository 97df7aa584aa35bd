using BillingHeadless.Server.Platform.Start;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>Whether a database has the schema of this version of the server.</summary>
public static class Schema
{
    /// <exception cref="CannotStartException">A newer version has made it.</exception>
    public static async Task<bool> IsCurrent(BillingDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return applied.FirstOrDefault(migration => !known.Contains(migration)) is { } unknown
            ? throw new CannotStartException(
                $"The database was made by another version of the server (it has {unknown}): start that version or a newer one, or use another database.")
            : applied.Count == known.Count;
    }
}
