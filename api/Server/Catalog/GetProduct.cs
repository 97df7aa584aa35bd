using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Catalog;

public sealed class GetProduct(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/products/{id}", ([FromServices] GetProduct endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetProduct), "Catalogue", "Reads a product.")
        .ForKey("catalog:read", orPublishable: true)
        .Refuses(CatalogRefusals.ProductNotFound);

    public async Task<Answer<ProductView>> Handle(string id, Call call, CancellationToken cancel)
    {
        var product = Id<Product>.Parse(id) is { } key
            ? await reader.Read(call.Caller.MerchantId, db => db.Products.SingleOrDefaultAsync(row => row.Id == key, cancel))
            : null;
        return product is null || (call.Caller.Kind == CallerKind.PublishableKey && !product.OnSale) ? CatalogRefusals.ProductNotFound : ProductView.Of(product);
    }
}
