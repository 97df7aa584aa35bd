using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted;

/// <summary>Whose something is. The address of a public page names a thing alone, so this is asked before there is a merchant.</summary>
public sealed class Owners(Reader reader)
{
    /// <summary>The merchant, or null when there is no such thing.</summary>
    public Task<Id<Merchant>?> Of<T>(string id, CancellationToken cancel)
        where T : class, IEntity, IOwned => Id<T>.Parse(id) is { } key
            ? reader.Read(default, db => db.Set<T>()
                .IgnoreQueryFilters()
                .Where(row => EF.Property<Id<T>>(row, "Id") == key)
                .Select(row => (Id<Merchant>?)row.MerchantId)
                .SingleOrDefaultAsync(cancel))
            : Task.FromResult<Id<Merchant>?>(null);
}
