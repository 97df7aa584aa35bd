using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Opens a page of the merchant that its address names.</summary>
public sealed class MerchantPages(Reader reader, Visits visits)
{
    /// <summary>Who looks at it, or null when there is no such merchant.</summary>
    public async Task<Visit?> Open(string merchantId, HttpContext context, CancellationToken cancel) =>
        Id<Merchant>.Parse(merchantId) is { } id && await reader.Read(id, db => db.Merchants.ById(merchantId, cancel)) is { } merchant
            ? await visits.Of(context, merchant)
            : null;
}
