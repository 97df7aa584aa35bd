using BillingHeadless.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>Questions that are asked of every kind of entity.</summary>
public static class EntityQueries
{
    /// <summary>The entity of an id that came from outside, or null: also when the text is not an id.</summary>
    public static Task<T?> ById<T>(this IQueryable<T> rows, string id, CancellationToken cancel)
        where T : class, IEntity => Id<T>.Parse(id) is { } key
            ? rows.SingleOrDefaultAsync(row => EF.Property<Id<T>>(row, "Id") == key, cancel)
            : Task.FromResult<T?>(null);
}
