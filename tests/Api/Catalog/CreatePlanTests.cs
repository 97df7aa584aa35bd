using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class CreatePlanTests(RunningServer server)
{
    [Fact]
    public async Task A_plan_keeps_its_price_and_the_terms_that_it_is_sold_for()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());

        var plan = await merchant.Client.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = product.Id,
            Name = "Pro",
            Names = new Dictionary<string, string> { ["uk"] = "Про" },
            Price = new Money { Amount = 19_000, Currency = "UAH" },
            Billing = PlanBilling.Postpaid,
            Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 12, DiscountBasisPoints = 2_000, PartnerOnly = true }],
            TaxRateBasisPoints = 2_000,
            UserLimit = 25,
            Online = false,
        });

        var read = await merchant.Client.GetPlanAsync(plan.Id);
        Assert.Equal((product.Id, "Pro", "Про"), (read.ProductId, read.Name, read.Names["uk"]));
        Assert.Equal((19_000L, "UAH"), (read.Price.Amount, read.Price.Currency));
        Assert.Equal([(1, 0, false), (12, 2_000, true)], read.Terms.Select(term => (term.Months, term.DiscountBasisPoints!.Value, term.PartnerOnly!.Value)));
        Assert.Equal((PlanInterval.Month, PlanBilling.Postpaid), (read.Interval, read.Billing));
        Assert.Equal((2_000, 25, false, true), (read.TaxRateBasisPoints, read.UserLimit, read.Online, read.OnSale));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task A_price_is_above_zero_and_within_bounds(long amount) =>
        await Refused(plan => plan.Price = new Money { Amount = amount, Currency = "UAH" }, "price.amount");

    [Theory]
    [InlineData("ABC")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    public async Task A_price_is_in_a_currency_that_exists(string currency) =>
        await Refused(plan => plan.Price = new Money { Amount = 100, Currency = currency }, "price.currency");

    [Fact]
    public async Task Each_term_stands_once() => await Refused(plan => plan.Terms = [new PlanTerm { Months = 3 }, new PlanTerm { Months = 3 }], "terms");

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    [InlineData(int.MaxValue)]
    public async Task A_term_has_1_to_120_months(int months) => await Refused(plan => plan.Terms = [new PlanTerm { Months = months }], "terms[0].months");

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000)]
    public async Task A_discount_leaves_something_to_pay(int discount) =>
        await Refused(plan => plan.Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 2, DiscountBasisPoints = discount }], "terms[1].discountBasisPoints");

    [Fact]
    public async Task What_is_sold_by_the_month_has_a_term() => await Refused(plan => plan.Terms = [], "terms");

    [Fact]
    public async Task What_is_sold_once_has_no_terms()
    {
        await Refused(plan => plan.Interval = PlanInterval.Once, "terms");

        var (merchant, request) = await Request();
        request.Interval = PlanInterval.Once;
        request.Terms = [];
        Assert.Empty((await merchant.Client.CreatePlanAsync(request)).Terms);
    }

    [Fact]
    public async Task C5_what_is_paid_after_use_has_meters_with_prices_and_needs_no_term()
    {
        var (merchant, request) = await Request();
        (request.Billing, request.Terms) = (PlanBilling.Postpaid, []);
        request.UsagePrices =
        [
            new UsagePrice { Meter = "whatsapp", Kind = MeterKind.AddOn, Price = new Money { Amount = 500, Currency = "UAH" } },
            new UsagePrice { Meter = "messages", Kind = MeterKind.Counted, Price = new Money { Amount = 7, Currency = "UAH" }, Included = 1_000, PerUnits = 10 },
        ];
        var plan = await merchant.Client.GetPlanAsync((await merchant.Client.CreatePlanAsync(request)).Id);
        Assert.Equal(
            [("whatsapp", MeterKind.AddOn, 500L, 0L, 1), ("messages", MeterKind.Counted, 7L, 1_000L, 10)],
            plan.UsagePrices.Select(price => (price.Meter, price.Kind, price.Price.Amount, price.Included!.Value, price.PerUnits!.Value)));
    }

    [Fact]
    public async Task Meters_are_priced_in_the_plans_currency_and_only_where_it_is_paid_after_use()
    {
        static UsagePrice Meter(string currency) => new() { Meter = "users", Kind = MeterKind.Daily, Price = new Money { Amount = 500, Currency = currency } };
        await Refused(plan => plan.UsagePrices = [Meter("UAH")], "usagePrices");
        await Refused(plan => (plan.Billing, plan.UsagePrices) = (PlanBilling.Postpaid, [Meter("UAH"), Meter("UAH")]), "usagePrices");
        await Refused(plan => (plan.Billing, plan.UsagePrices) = (PlanBilling.Postpaid, [Meter("USD")]), "usagePrices[0].price.currency");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once() => await Refused(
        plan =>
        {
            plan.TaxRateBasisPoints = 10_001;
            plan.UserLimit = 0;
            plan.Price = new Money { Amount = 0, Currency = "USD" };
        },
        "price.amount",
        "taxRateBasisPoints",
        "userLimit");

    [Theory]
    [InlineData("""{"amount": 1.5, "currency": "UAH"}""", "price.amount")]
    [InlineData("""{"amount": 1e2, "currency": "UAH"}""", "price.amount")]
    [InlineData("""{"amount": "100", "currency": "UAH"}""", "price.amount")]
    [InlineData("""{"amount": 99999999999999999999, "currency": "UAH"}""", "price.amount")]
    [InlineData("""{"amount": 1, "currency": "uah"}""", "price.currency")]
    [InlineData("""{"amount": 1}""", "price.currency")]
    [InlineData("""{"currency": "UAH"}""", "price.amount")]
    [InlineData("""{"amount": 1, "currency": null}""", "price.currency")]
    [InlineData("""{"amount": 1, "currency": "UAH", "vat": 1}""", "price.vat")]
    public async Task Money_is_whole_minor_units_with_a_currency(string price, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/plans", merchant.SecretKey, $$"""{"productId": "prd_1", "name": "n", "price": {{price}}}"""), field);
    }

    [Fact]
    public async Task The_product_is_this_merchants()
    {
        var (_, request) = await Request();
        var other = await TestMerchant.Create(server);
        await Expect.NotFound("product_not_found", other.Client.CreatePlanAsync(request));
    }

    [Fact]
    public async Task It_is_created_once()
    {
        var (merchant, request) = await Request();
        string Json(string name) =>
            $$"""{"productId": "{{request.ProductId}}", "name": "{{name}}", "price": {"amount": 1, "currency": "UAH"}, "terms": [{"months": 1}]}""";

        await Expect.Once(server, HttpMethod.Post, "/v1/plans", merchant.SecretKey, Json("a"), Json("b"));
        Assert.Single((await merchant.Client.ListPlansAsync()).Data);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var (merchant, _) = await Request();
        await Expect.Scope(server, merchant, "catalog:write", HttpMethod.Post, "/v1/plans", """{"productId": "x", "name": "n", "price": {"amount": 1, "currency": "UAH"}}""");
    }

    private async Task<(TestMerchant Merchant, CreatePlanRequest Request)> Request()
    {
        var merchant = await TestMerchant.Create(server);
        return (merchant, Samples.Plan((await merchant.Client.CreateProductAsync(Samples.Product())).Id));
    }

    private async Task Refused(Action<CreatePlanRequest> spoil, params string[] fields)
    {
        var (merchant, request) = await Request();
        spoil(request);
        await Expect.Invalid("plan_invalid", merchant.Client.CreatePlanAsync(request), fields);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreatePlanOnSqlite(ServerOnSqlite server) : CreatePlanTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreatePlanOnPostgres(ServerOnPostgres server) : CreatePlanTests(server);
