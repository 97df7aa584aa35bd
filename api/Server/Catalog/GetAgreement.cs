using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

public sealed class GetAgreement(Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/agreements/{id}", ([FromServices] GetAgreement endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetAgreement), "Catalogue", "Reads one version of an agreement.")
        .ForKey("catalog:read", orPublishable: true)
        .Refuses(CatalogRefusals.AgreementNotFound);

    public async Task<Answer<AgreementView>> Handle(string id, Call call, CancellationToken cancel)
    {
        var agreement = await reader.Read(call.Caller.MerchantId, db => db.Agreements.ById(id, cancel));
        return agreement is null ? CatalogRefusals.AgreementNotFound : AgreementView.Of(agreement, links);
    }
}
