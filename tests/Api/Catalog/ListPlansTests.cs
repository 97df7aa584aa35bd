using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class ListPlansTests(RunningServer server)
{
    [Fact]
    public async Task Plans_are_listed_by_product_in_pages()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        var other = await merchant.Client.CreateProductAsync(Samples.Product());
        var first = await merchant.Client.CreatePlanAsync(Samples.Plan(product.Id, "First"));
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = await merchant.Client.CreatePlanAsync(Samples.Plan(product.Id, "Second"));
        await merchant.Client.CreatePlanAsync(Samples.Plan(other.Id));

        var page = await merchant.Client.ListPlansAsync(product.Id, limit: 1);
        var rest = await merchant.Client.ListPlansAsync(product.Id, limit: 1, cursor: page.NextCursor);

        Assert.Equal([second.Id], page.Data.Select(plan => plan.Id));
        Assert.Equal([first.Id], rest.Data.Select(plan => plan.Id));
        Assert.Null(rest.NextCursor);
        Assert.Equal(3, (await merchant.Client.ListPlansAsync()).Data.Count);
    }

    [Fact]
    public async Task A_product_that_is_not_there_has_no_plans()
    {
        var merchant = await TestMerchant.Create(server);
        Assert.Empty((await merchant.Client.ListPlansAsync("prd_nonsense")).Data);
    }

    [Fact]
    public async Task Another_merchants_plans_are_not_listed()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        await merchant.Client.CreatePlanAsync(Samples.Plan(product.Id));

        Assert.Empty((await (await TestMerchant.Create(server)).Client.ListPlansAsync(product.Id)).Data);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "catalog:read", HttpMethod.Get, "/v1/plans");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ListPlansOnSqlite(ServerOnSqlite server) : ListPlansTests(server);

[Collection(nameof(OnPostgres))]
public sealed class ListPlansOnPostgres(ServerOnPostgres server) : ListPlansTests(server);
