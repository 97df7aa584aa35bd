using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Whether a cart's licences fit those that the portal has (ruling 9).</summary>
public static class LicenceExtensions
{
    public static async Task<Refusal?> Check(
        BillingDb db, IReadOnlyList<OrderItemRequest> requests, IReadOnlyList<PricedItem> cart, string? portal, DateTimeOffset now, CancellationToken cancel)
    {
        for (var i = 0; i < cart.Count; i++)
        {
            var (item, extends) = (cart[i], requests[i].Extends);
            var licence = item.Product.Kind == ProductKind.Licence
                ? await db.Licences.SingleOrDefaultAsync(row => row.ProductId == item.Product.Id && row.Portal == portal, cancel)
                : null;
            if (extends is not null && licence?.Id.Value != extends)
            {
                return OrderRefusals.ExtendsMismatch.At($"items[{i}].extends", "Not the licence of this product and portal.");
            }

            if (licence is not null && licence.CoversAt(now) && licence.PlanId != item.Plan.Id)
            {
                return OrderRefusals.EditionDiffers.At($"items[{i}].planId", $"The portal runs \"{licence.Edition}\".");
            }
        }

        return null;
    }
}
