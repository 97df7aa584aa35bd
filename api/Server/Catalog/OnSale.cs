using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Catalog;

/// <summary>What of the catalogue a caller sees: a server's key all, a key in a page only what can be bought there.</summary>
public static class OnSale
{
    public static IQueryable<Product> ProductsFor(this BillingDb db, Caller caller) =>
        caller.Kind == CallerKind.PublishableKey ? db.Products.Where(product => product.OnSale) : db.Products;

    public static IQueryable<Plan> PlansFor(this BillingDb db, Caller caller) => caller.Kind == CallerKind.PublishableKey
        ? db.Plans.Where(plan => plan.OnSale && plan.Online && db.Products.Any(product => product.Id == plan.ProductId && product.OnSale))
        : db.Plans;
}
