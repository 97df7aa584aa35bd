using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

public sealed class ListProducts(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/products", ([FromServices] ListProducts endpoint, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(page, call, cancel))
        .Is(nameof(ListProducts), "Catalogue", "Lists products, newest first; with a publishable key those that are on sale.")
        .ForKey("catalog:read", orPublishable: true);

    public async Task<Answer<PageView<ProductView>>> Handle(PageRequest page, Call call, CancellationToken cancel) => await reader.Read(
        call.Caller.MerchantId,
        db => db.ProductsFor(call.Caller).NewestFirst(page).ToPage(page, product => product.Id.Value, ProductView.Of, cancel));
}
