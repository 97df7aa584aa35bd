using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Whether what is bought fits the licences that the portal has (ruling 9).</summary>
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

            if (licence?.RunsAnother(item.Plan.Id, now) == true)
            {
                return OrderRefusals.EditionDiffers.At($"items[{i}].planId", $"The portal runs \"{licence.Edition}\".");
            }
        }

        return null;
    }

    /// <summary>The same when an order is about to be paid: another order for the portal may have been paid meanwhile.</summary>
    public static async Task<Refusal?> Check(BillingDb db, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        if (invoice.OrderId is not { } id || await db.Orders.Where(row => row.Id == id).Select(row => row.Portal).SingleAsync(cancel) is not { } portal)
        {
            return null;
        }

        var products = invoice.Lines.Select(line => line.ProductId).ToList();
        var licences = await db.Licences.Where(row => row.Portal == portal && products.Contains(row.ProductId)).ToListAsync(cancel);
        var other = licences.Find(licence => invoice.Lines.Any(line => line.ProductId == licence.ProductId && licence.RunsAnother(line.PlanId!.Value, now)));
        return other is null ? null : OrderRefusals.EditionDiffers;
    }
}
