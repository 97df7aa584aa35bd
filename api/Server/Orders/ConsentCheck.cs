using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>No consent, no order: the current version of every agreement that a product of the cart names (A5, ruling 26).</summary>
public static class ConsentCheck
{
    /// <summary>The agreements that were accepted, or why they do not suffice.</summary>
    public static async Task<Result<IReadOnlyList<Agreement>>> Check(
        BillingDb db, IReadOnlyList<ConsentRequest> consents, IReadOnlyList<PricedItem> items, CancellationToken cancel)
    {
        var series = items.SelectMany(item => item.Product.AgreementIds).Distinct().ToList();
        var required = await Agreements.Current(db, series, cancel);
        var given = consents.Select(consent => consent.AgreementId).ToHashSet();
        var accepted = new List<Agreement>(required.Count);
        foreach (var agreement in required)
        {
            if (!given.Contains(agreement.Id.Value))
            {
                return (await AcceptedOlder(db, agreement, given, cancel) ? OrderRefusals.AgreementOutdated : OrderRefusals.ConsentMissing)
                    .At("consents", $"Needed: {agreement.Id}, version {agreement.Number} of \"{agreement.Title}\".");
            }

            accepted.Add(agreement);
        }

        return accepted;
    }

    public static IEnumerable<Consent> Record(
        IReadOnlyList<Agreement> accepted, OrderRequest request, Order order, Call call, IdSource ids, DateTimeOffset now) =>
        accepted.Select(agreement =>
        {
            var given = request.Consents.First(consent => consent.AgreementId == agreement.Id.Value);
            var isServer = call.Caller.Kind == CallerKind.SecretKey;
            return Consent.Record(
                ids.New<Consent>(), order, agreement, isServer ? given.AcceptedAt?.ToUniversalTime() ?? now : now, isServer ? given.Ip ?? call.IpAddress : call.IpAddress);
        });

    private static Task<bool> AcceptedOlder(BillingDb db, Agreement current, HashSet<string> given, CancellationToken cancel)
    {
        var ids = given.Select(Id<Agreement>.Parse).OfType<Id<Agreement>>().ToList();
        return db.Agreements.AnyAsync(agreement => agreement.Series == current.Series && ids.Contains(agreement.Id), cancel);
    }
}
