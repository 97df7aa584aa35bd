using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>Which plans are asked for.</summary>
public sealed record ListPlansFilter
{
    /// <summary>Only those of this product.</summary>
    [FromQuery(Name = "productId"), Line(Limits.CodeLength)]
    public string? ProductId { get; init; }
}

public sealed class ListPlans(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/plans", ([FromServices] ListPlans endpoint, [AsParameters] ListPlansFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListPlans), "Catalogue", "Lists plans, newest first; with a publishable key those that can be bought in a page.")
        .ForKey("catalog:read", orPublishable: true);

    public async Task<Answer<PageView<PlanView>>> Handle(ListPlansFilter filter, PageRequest page, Call call, CancellationToken cancel) => await reader.Read(
        call.Caller.MerchantId,
        db => Filter(db.PlansFor(call.Caller), filter).NewestFirst(page).ToPage(page, plan => plan.Id.Value, PlanView.Of, cancel));

    private static IQueryable<Plan> Filter(IQueryable<Plan> plans, ListPlansFilter filter) =>
        filter.ProductId is { } product ? plans.Where(plan => plan.ProductId == new Id<Product>(product)) : plans;
}
