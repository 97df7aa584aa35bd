using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class GetPlanTests(RunningServer server)
{
    [Fact]
    public async Task A_page_sees_a_plan_that_can_be_bought_there()
    {
        var (merchant, plan) = await Sold();
        Assert.Equal(plan.Id, (await merchant.Shop.GetPlanAsync(plan.Id)).Id);
    }

    [Fact]
    public async Task A_page_does_not_see_a_plan_that_is_withdrawn() => await Hidden((merchant, plan) =>
        merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { OnSale = false }));

    [Fact]
    public async Task A_page_does_not_see_a_plan_that_is_not_sold_online() => await Hidden((merchant, plan) =>
        merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Online = false }));

    [Fact]
    public async Task A_page_does_not_see_a_plan_of_a_product_that_is_withdrawn() => await Hidden((merchant, plan) =>
        merchant.Client.UpdateProductAsync(plan.ProductId, new UpdateProductRequest { OnSale = false }));

    [Fact]
    public async Task Another_merchant_does_not_see_it()
    {
        var (_, plan) = await Sold();
        await Expect.NotFound("plan_not_found", (await TestMerchant.Create(server)).Client.GetPlanAsync(plan.Id));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var (merchant, plan) = await Sold();
        await Expect.Scope(server, merchant, "catalog:read", HttpMethod.Get, $"/v1/plans/{plan.Id}");
    }

    private async Task<(TestMerchant Merchant, Plan Plan)> Sold()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        return (merchant, await merchant.Client.CreatePlanAsync(Samples.Plan(product.Id)));
    }

    private async Task Hidden(Func<TestMerchant, Plan, Task> hide)
    {
        var (merchant, plan) = await Sold();
        await hide(merchant, plan);
        await Expect.NotFound("plan_not_found", merchant.Shop.GetPlanAsync(plan.Id));
        Assert.Empty((await merchant.Shop.ListPlansAsync()).Data);
        Assert.Equal(plan.Id, (await merchant.Client.GetPlanAsync(plan.Id)).Id);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetPlanOnSqlite(ServerOnSqlite server) : GetPlanTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetPlanOnPostgres(ServerOnPostgres server) : GetPlanTests(server);
