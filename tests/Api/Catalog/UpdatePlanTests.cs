using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class UpdatePlanTests(RunningServer server)
{
    [Fact]
    public async Task An_absent_field_stays_and_null_clears()
    {
        var (merchant, plan) = await Sold();
        await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { UserLimit = 5, TaxRateBasisPoints = 2_000 });

        var dearer = await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Price = new Money { Amount = 20_000, Currency = "UAH" } });
        var cleared = await merchant.Client.UpdatePlanAsync(
            plan.Id, new UpdatePlanRequest { AdditionalProperties = { ["userLimit"] = null!, ["taxRateBasisPoints"] = null! } });

        Assert.Equal((20_000L, 5, 2_000), (dearer.Price.Amount, dearer.UserLimit, dearer.TaxRateBasisPoints));
        Assert.Equal(2, dearer.Terms.Count);
        Assert.Equal((20_000L, null, 0), (cleared.Price.Amount, cleared.UserLimit, cleared.TaxRateBasisPoints));
    }

    [Fact]
    public async Task Terms_are_replaced_as_a_whole()
    {
        var (merchant, plan) = await Sold();
        var changed = await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Terms = [new PlanTerm { Months = 6, DiscountBasisPoints = 500 }] });
        Assert.Equal([6], changed.Terms.Select(term => term.Months));
    }

    [Fact]
    public async Task Meters_are_replaced_as_a_whole()
    {
        var (merchant, plan) = await Sold(PlanBilling.Postpaid);
        var price = new UsagePrice { Meter = "users", Kind = MeterKind.Daily, Price = new Money { Amount = 500, Currency = "UAH" } };
        var metered = await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { UsagePrices = [price] });
        Assert.Equal("users", Assert.Single(metered.UsagePrices).Meter);
        Assert.Equal(500, (await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { UserLimit = 5 })).UsagePrices.Single().Price.Amount);
        price.Price.Currency = "EUR";
        await Expect.Invalid("plan_invalid", merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { UsagePrices = [price] }), "usagePrices[0].price.currency");
        Assert.Empty((await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { UsagePrices = [] })).UsagePrices);
    }

    [Fact]
    public async Task What_no_plan_can_be_it_cannot_become()
    {
        var (merchant, plan) = await Sold();
        await Expect.Invalid("plan_invalid", merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Terms = [] }), "terms");
        await Expect.Invalid(
            "plan_invalid",
            merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Price = new Money { Amount = 0, Currency = "UAH" } }),
            "price.amount");
        await Expect.Invalid(
            "plan_invalid",
            merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Price = new Money { Amount = 100, Currency = "EUR" } }),
            "price.currency");
        Assert.Equal(plan.Price.Amount, (await merchant.Client.GetPlanAsync(plan.Id)).Price.Amount);
    }

    [Theory]
    [InlineData("""{"price": null}""", "price")]
    [InlineData("""{"terms": null}""", "terms")]
    [InlineData("""{"name": null}""", "name")]
    [InlineData("""{"billing": "postpaid"}""", "billing")]
    [InlineData("""{"interval": "once"}""", "interval")]
    [InlineData("""{"productId": "prd_1"}""", "productId")]
    [InlineData("""{"terms": [{"months": 1}, {"discountBasisPoints": 1}]}""", "terms[1].months")]
    [InlineData("""{"terms": [{"months": 1, "price": 5}]}""", "terms[0].price")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var (merchant, plan) = await Sold();
        Expect.Misshapen(await server.Patch($"/v1/plans/{plan.Id}", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task A_change_of_what_has_changed_since_is_refused()
    {
        var (merchant, plan) = await Sold();
        var seen = (await server.Read($"/v1/plans/{plan.Id}", merchant.SecretKey)).Header("ETag");
        await merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Name = "Second" });

        await Expect.Refused(
            "version_differs", HttpStatusCode.PreconditionFailed, merchant.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Name = "Third" }, ifMatch: seen));
    }

    [Fact]
    public async Task Another_merchant_cannot_change_it()
    {
        var (_, plan) = await Sold();
        var other = await TestMerchant.Create(server);
        await Expect.NotFound("plan_not_found", other.Client.UpdatePlanAsync(plan.Id, new UpdatePlanRequest { Name = "Mine" }));
    }

    [Fact]
    public async Task It_is_changed_once()
    {
        var (merchant, plan) = await Sold();
        await Expect.Once(server, HttpMethod.Patch, $"/v1/plans/{plan.Id}", merchant.SecretKey, """{"userLimit": 1}""", """{"userLimit": 2}""");
        Assert.Equal(1, (await merchant.Client.GetPlanAsync(plan.Id)).UserLimit);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var (merchant, plan) = await Sold();
        await Expect.Scope(server, merchant, "catalog:write", HttpMethod.Patch, $"/v1/plans/{plan.Id}", """{"userLimit": 1}""");
    }

    private async Task<(TestMerchant Merchant, Plan Plan)> Sold(PlanBilling billing = PlanBilling.Prepaid)
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        var plan = Samples.Plan(product.Id);
        plan.Billing = billing;
        return (merchant, await merchant.Client.CreatePlanAsync(plan));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class UpdatePlanOnSqlite(ServerOnSqlite server) : UpdatePlanTests(server);

[Collection(nameof(OnPostgres))]
public sealed class UpdatePlanOnPostgres(ServerOnPostgres server) : UpdatePlanTests(server);
