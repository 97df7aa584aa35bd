using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Buttons;

/// <summary>What is to change; an absent field stays as it is.</summary>
public sealed record UpdateButtonRequest
{
    /// <summary>What it sells.</summary>
    [Line(Limits.CodeLength), NotCleared]
    public Patch<string> ProductId { get; init; }

    /// <summary>For the merchant's own lists.</summary>
    [Line(Limits.NameLength), NotCleared]
    public Patch<string> Name { get; init; }

    /// <summary>What stands on it, by language, in place of all old texts.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public Patch<IReadOnlyDictionary<string, string>> Texts { get; init; }
}

public sealed class UpdateButton(OnceWriter writer, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/buttons/{id}", ([FromServices] UpdateButton endpoint, string id, UpdateButtonRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdateButton), "Buttons", "Changes a buy button wherever it stands.")
        .ForKey("catalog:write")
        .Once()
        .Gives<ButtonView>()
        .Refuses(ButtonRefusals.NotFound, CatalogRefusals.ProductNotFound);

    public Task<IResult> Handle(string id, UpdateButtonRequest request, Call call, CancellationToken cancel) => writer.Write<ButtonView>(
        call,
        async (db, token) =>
        {
            if (await db.Buttons.ById(id, token) is not { } button)
            {
                return ButtonRefusals.NotFound;
            }

            if (!call.HasSeen(button))
            {
                return HttpRefusals.VersionDiffers;
            }

            if (await db.Products.ById(request.ProductId.Or(button.ProductId.Value)!, token) is not { } product)
            {
                return CatalogRefusals.ProductNotFound;
            }

            button.Sell(product.Id);
            button.Rename(request.Name.Or(button.Name)!);
            button.Say(request.Texts.Or(button.Texts) ?? new Dictionary<string, string>());
            return Answer<ButtonView>.Found(() => ButtonView.Of(button, links));
        },
        cancel);
}
