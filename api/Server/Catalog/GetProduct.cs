using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

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
        var product = await reader.Read(call.Caller.MerchantId, db => db.ProductsFor(call.Caller).ById(id, cancel));
        return product is null ? CatalogRefusals.ProductNotFound : ProductView.Of(product);
    }
}
