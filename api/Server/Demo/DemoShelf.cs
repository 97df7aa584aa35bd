using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Demo;

/// <summary>Puts a product of the demo on sale.</summary>
public sealed class DemoShelf(CreateProduct createProduct, CreatePlan createPlan)
{
    public async Task<DemoGoods> Put(CreateProductRequest request, IReadOnlyList<DemoPlan> offered, Call call, CancellationToken cancel)
    {
        var product = (await createProduct.Handle(request, call, cancel)).Made<ProductView>();
        List<string> plans = [];
        foreach (var plan in offered)
        {
            plans.Add((await createPlan.Handle(plan.Of(product.Id), call, cancel)).Made<PlanView>().Id);
        }

        return new DemoGoods(product.Id, plans);
    }
}

/// <summary>A product on sale, and its plans in the order of the demo's file.</summary>
public sealed record DemoGoods(string ProductId, IReadOnlyList<string> PlanIds);
