using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>What a product is made with.</summary>
public sealed record CreateProductRequest
{
    /// <summary>The name where none is given in the buyer's language.</summary>
    [Line(Limits.NameLength)]
    public required string Name { get; init; }

    /// <summary>A licence is bound to a portal, a service is a subscription, a pass is used once by a visitor.</summary>
    public required ProductKind Kind { get; init; }

    /// <summary>Agreements that a buyer must accept; each by the id of any of its versions.</summary>
    [Count(Limits.ListItems), EachLine(Limits.CodeLength)]
    public IReadOnlyList<string> AgreementIds { get; init; } = [];

    /// <summary>Name and description by language code.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.DescriptionLength)]
    public IReadOnlyDictionary<string, ProductTextBody> Texts { get; init; } = new Dictionary<string, ProductTextBody>();
}

public sealed class CreateProduct(OnceWriter writer, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/products", ([FromServices] CreateProduct endpoint, CreateProductRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateProduct), "Catalogue", "Puts a product on sale.")
        .ForKey("catalog:write")
        .Once()
        .Makes<ProductView>()
        .Refuses(CatalogRefusals.AgreementNotFound);

    public Task<IResult> Handle(CreateProductRequest request, Call call, CancellationToken cancel) => writer.Write<ProductView>(
        call,
        async (db, token) =>
        {
            if (await Agreements.Find(db, request.AgreementIds, token) is not { } series)
            {
                return CatalogRefusals.AgreementNotFound;
            }

            var texts = ProductTextBody.ToTexts(request.Texts);
            var product = Product.Create(ids.New<Product>(), call.Caller.MerchantId, request.Name, request.Kind, series, texts, clock.Now());
            db.Products.Add(product);
            return Answer<ProductView>.Made(() => ProductView.Of(product), $"/v1/products/{product.Id}");
        },
        cancel);
}
