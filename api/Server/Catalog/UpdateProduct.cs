using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>What is to change; an absent field stays as it is.</summary>
public sealed record UpdateProductRequest
{
    /// <summary>The name where none is given in the buyer's language.</summary>
    [Line(Limits.NameLength), NotCleared]
    public Patch<string> Name { get; init; }

    /// <summary>Agreements that a buyer must accept; each by the id of any of its versions. Null: none.</summary>
    [Count(Limits.ListItems), EachLine(Limits.CodeLength)]
    public Patch<IReadOnlyList<string>> AgreementIds { get; init; }

    /// <summary>Name and description by language code, in place of all old ones.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.DescriptionLength)]
    public Patch<IReadOnlyDictionary<string, ProductTextBody>> Texts { get; init; }

    /// <summary>Whether new orders can name its plans.</summary>
    [NotCleared]
    public Patch<bool?> OnSale { get; init; }
}

public sealed class UpdateProduct(OnceWriter writer) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/products/{id}", ([FromServices] UpdateProduct endpoint, string id, UpdateProductRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdateProduct), "Catalogue", "Changes a product for orders to come.")
        .ForKey("catalog:write")
        .Once()
        .Gives<ProductView>()
        .Refuses(CatalogRefusals.ProductNotFound, CatalogRefusals.AgreementNotFound);

    public Task<IResult> Handle(string id, UpdateProductRequest request, Call call, CancellationToken cancel) => writer.Write<ProductView>(
        call,
        async (db, token) =>
        {
            if (await db.Products.ById(id, token) is not { } product)
            {
                return CatalogRefusals.ProductNotFound;
            }

            if (!call.HasSeen(product))
            {
                return HttpRefusals.VersionDiffers;
            }

            if (await Agreements.Find(db, request.AgreementIds.Or(product.AgreementIds) ?? [], token) is not { } series)
            {
                return CatalogRefusals.AgreementNotFound;
            }

            Change(product, request, series);
            return Answer<ProductView>.Found(() => ProductView.Of(product));
        },
        cancel);

    private static void Change(Product product, UpdateProductRequest request, IReadOnlyList<string> series)
    {
        product.Rename(request.Name.Or(product.Name)!);
        product.Require(series);
        product.Describe(request.Texts.Or(product.Texts, ProductTextBody.ToTexts) ?? new Dictionary<string, ProductText>());
        product.PutOnSale(request.OnSale.Or(product.OnSale)!.Value);
    }
}
