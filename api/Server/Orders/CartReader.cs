using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>Finds what the items of a cart name.</summary>
public static class CartReader
{
    public static async Task<Result<IReadOnlyList<PricedItem>>> Read(
        BillingDb db, IReadOnlyList<OrderItemRequest> items, Caller caller, CancellationToken cancel)
    {
        var ids = items.Select(item => Id<Plan>.Parse(item.PlanId)).OfType<Id<Plan>>().Distinct().ToList();
        var plans = await db.Plans.Where(plan => ids.Contains(plan.Id)).ToDictionaryAsync(plan => plan.Id.Value, cancel);
        var productIds = plans.Values.Select(plan => plan.ProductId).Distinct().ToList();
        var products = await db.Products.Where(product => productIds.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);

        var found = new List<PricedItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!plans.TryGetValue(items[i].PlanId, out var plan))
            {
                return OrderRefusals.PlanUnknown.At($"items[{i}].planId", "There is no such plan.");
            }

            var product = products[plan.ProductId];
            if (!plan.OnSale || !product.OnSale || (!plan.Online && caller.Kind is CallerKind.PublishableKey or CallerKind.Page))
            {
                return OrderRefusals.PlanNotOnSale.At($"items[{i}].planId", "This plan is not on sale.");
            }

            found.Add(new PricedItem(product, plan, items[i].Months ?? 0, items[i].Quantity));
        }

        return found;
    }
}
