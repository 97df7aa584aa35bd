using System.Runtime.CompilerServices;
using BillingHeadless.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Reads a table in the order of its ids, one bounded page at a time.</summary>
public static class ProofPages
{
    public static async IAsyncEnumerable<List<T>> Pages<T>(this IQueryable<T> rows, Func<T, Id<T>> idOf, [EnumeratorCancellation] CancellationToken cancel)
        where T : class, IEntity
    {
        const string IdColumn = "Id";
        var page = await rows.OrderBy(row => EF.Property<Id<T>>(row, IdColumn)).Take(Limits.ProofPage).ToListAsync(cancel);
        while (page.Count > 0)
        {
            yield return page;
            var last = idOf(page[^1]);
            page = await rows
                .Where(row => EF.Property<Id<T>>(row, IdColumn) > last)
                .OrderBy(row => EF.Property<Id<T>>(row, IdColumn))
                .Take(Limits.ProofPage)
                .ToListAsync(cancel);
        }
    }
}
