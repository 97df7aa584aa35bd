using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Buttons;

/// <summary>What a button is made with.</summary>
public sealed record CreateButtonRequest
{
    /// <summary>What it sells.</summary>
    [Line(Limits.CodeLength)]
    public required string ProductId { get; init; }

    /// <summary>For the merchant's own lists; buyers never see it.</summary>
    [Line(Limits.NameLength)]
    public required string Name { get; init; }

    /// <summary>What stands on it, by language; in a language that is left out it says "Buy".</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}

public sealed class CreateButton(OnceWriter writer, IdSource ids, Links links, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/buttons", ([FromServices] CreateButton endpoint, CreateButtonRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateButton), "Buttons", "Makes a buy button of a product.")
        .ForKey("catalog:write")
        .Once()
        .Makes<ButtonView>()
        .Refuses(CatalogRefusals.ProductNotFound);

    public Task<IResult> Handle(CreateButtonRequest request, Call call, CancellationToken cancel) => writer.Write<ButtonView>(
        call,
        async (db, token) =>
        {
            if (await db.Products.ById(request.ProductId, token) is not { } product)
            {
                return CatalogRefusals.ProductNotFound;
            }

            var button = Button.Create(ids.New<Button>(), call.Caller.MerchantId, product.Id, request.Name, request.Texts, clock.Now());
            db.Buttons.Add(button);
            return Answer<ButtonView>.Made(() => ButtonView.Of(button, links), $"/v1/buttons/{button.Id}");
        },
        cancel);
}
