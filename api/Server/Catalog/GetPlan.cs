using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

public sealed class GetPlan(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/plans/{id}", ([FromServices] GetPlan endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetPlan), "Catalogue", "Reads a plan.")
        .ForKey("catalog:read", orPublishable: true)
        .Refuses(CatalogRefusals.PlanNotFound);

    public async Task<Answer<PlanView>> Handle(string id, Call call, CancellationToken cancel)
    {
        var plan = await reader.Read(call.Caller.MerchantId, db => db.PlansFor(call.Caller).ById(id, cancel));
        return plan is null ? CatalogRefusals.PlanNotFound : PlanView.Of(plan);
    }
}
