using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

/// <summary>Rules A1 to A5, rulings 9, 12 and 26.</summary>
public abstract class CreateOrderTests(RunningServer server)
{
    [Fact]
    public async Task A1_a_year_is_a_fifth_cheaper_and_the_order_waits_for_its_payment()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place(months: 12);
        Assert.Equal((191_040, "UAH", OrderStatus.Pending), (order.Total.Amount, order.Total.Currency, order.Status));
        Assert.StartsWith(server.Client.BaseAddress!.ToString(), order.PayUrl);
        Assert.Equal("1", order.Number);
        Assert.Equal(order.InvoiceId, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Id);
    }

    [Theory]
    [InlineData("https://Firm.Bitrix24.ua./crm/?x=1", "firm.bitrix24.ua")]
    [InlineData("  firm.example:443  ", "firm.example")]
    public async Task A2_the_portal_address_is_normalised(string typed, string portal)
    {
        var shop = await Shop.Open(server);
        Assert.Equal(portal, (await shop.Place(portal: typed)).Portal);
    }

    [Theory]
    [InlineData("192.168.0.1")]
    [InlineData("firm.example:8080")]
    [InlineData("localhost")]
    [InlineData("bіtrix24.com")]
    [InlineData("")]
    public async Task A2_a_wrong_portal_address_is_refused_with_its_field(string typed)
    {
        var shop = await Shop.Open(server);
        var refusal = await Refused.With("portal_invalid", () => shop.Place(portal: typed));
        Assert.Contains("fields.portal", refusal.Errors.Keys);
    }

    [Fact]
    public async Task An_email_in_capitals_and_with_spaces_is_the_same_buyer()
    {
        var shop = await Shop.Open(server);
        var first = await shop.Api.CreateOrderAsync(shop.NewOrder(email: "  Buyer@Firm.EXAMPLE "));
        var second = await shop.Api.CreateOrderAsync(shop.NewOrder(email: "buyer@firm.example"));
        Assert.Equal("buyer@firm.example", first.Contact.Email);
        Assert.Equal(first.CustomerId, second.CustomerId);
    }

    [Fact]
    public async Task An_email_that_is_none_is_refused()
    {
        var shop = await Shop.Open(server);
        await Refused.With("email_invalid", () => shop.Api.CreateOrderAsync(shop.NewOrder(email: "nobody")));
    }

    [Fact]
    public async Task A4_a_known_email_must_log_in_on_a_page_and_a_server_is_never_refused()
    {
        var shop = await Shop.Open(server);
        var page = shop.Client(shop.Merchant.PublishableKey);
        await page.CreateOrderAsync(shop.NewOrder(email: "once@firm.example"));
        await Refused.With("login_required", () => page.CreateOrderAsync(shop.NewOrder(email: "ONCE@firm.example")));
        Assert.NotNull(await shop.Api.CreateOrderAsync(shop.NewOrder(email: "once@firm.example")));
    }

    [Fact]
    public async Task A5_no_consent_no_order_and_nobody_is_registered()
    {
        var shop = await Shop.Open(server);
        var request = shop.NewOrder(email: "shy@firm.example");
        request.Consents = [];
        await Refused.With("consent_missing", () => shop.Api.CreateOrderAsync(request));
        Assert.Empty((await shop.Api.ListCustomersAsync(email: "shy@firm.example")).Data);
    }

    [Fact]
    public async Task A5_a_consent_for_an_older_version_does_not_do()
    {
        var shop = await Shop.Open(server);
        var newer = await shop.Api.CreateAgreementAsync(new CreateAgreementRequest
        {
            PreviousId = shop.Agreement.Id,
            Title = "Оферта",
            Texts = new Dictionary<string, string> { ["uk"] = "Нові умови." },
        });
        await Refused.With("agreement_outdated", () => shop.Place());
        var request = shop.NewOrder();
        request.Consents = [new ConsentRequest { AgreementId = newer.Id }];
        Assert.NotNull(await shop.Api.CreateOrderAsync(request));
    }

    [Fact]
    public async Task What_is_not_offered_is_refused()
    {
        var shop = await Shop.Open(server);
        await Refused.With("term_not_offered", () => shop.Place(months: 11));
        await Refused.With("quantity_not_allowed", () => shop.Api.CreateOrderAsync(With(shop.NewOrder(), item => item.Quantity = 1_000_000)));
        await Refused.With("quantity_not_allowed", () => shop.Api.CreateOrderAsync(With(shop.NewOrder(), item => item.Quantity = -1)));
        await Refused.With("plan_unknown", () => shop.Api.CreateOrderAsync(With(shop.NewOrder(), item => item.PlanId = "pln_00000000000000000000000000")));
        await Refused.With("plan_unknown", () => shop.Api.CreateOrderAsync(With(shop.NewOrder(), item => item.PlanId = "nonsense")));
        var twice = shop.NewOrder();
        twice.Items = [.. twice.Items, new OrderItemRequest { PlanId = shop.Light.Id, Months = 1 }];
        await Refused.With("product_twice", () => shop.Api.CreateOrderAsync(twice));
    }

    [Fact]
    public async Task A_plan_that_is_not_on_sale_is_refused()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdatePlanAsync(shop.Pro.Id, new UpdatePlanRequest { OnSale = false });
        await Refused.With("plan_not_on_sale", () => shop.Place());
        Assert.NotNull(await shop.Place(shop.Light));

        await shop.Api.UpdateProductAsync(shop.Product.Id, new UpdateProductRequest { OnSale = false });
        await Refused.With("plan_not_on_sale", () => shop.Place(shop.Light));
    }

    [Fact]
    public async Task Currencies_do_not_mix()
    {
        var shop = await Shop.Open(server);
        var service = await shop.Api.CreateProductAsync(new CreateProductRequest { Name = "Support", Kind = ProductKind.Service });
        var dollars = await shop.Api.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = service.Id,
            Name = "Hour",
            Price = new Money { Amount = 5_000, Currency = "USD" },
            Interval = PlanInterval.Once,
        });
        var request = shop.NewOrder();
        request.Items = [.. request.Items, new OrderItemRequest { PlanId = dollars.Id }];
        await Refused.With("currency_mixed", () => shop.Api.CreateOrderAsync(request));
    }

    [Fact]
    public async Task An_unknown_field_of_the_form_is_refused()
    {
        var shop = await Shop.Open(server);
        var request = shop.NewOrder();
        request.Fields = new Dictionary<string, string>(request.Fields!) { ["shoeSize"] = "43" };
        await Refused.With("field_invalid", () => shop.Api.CreateOrderAsync(request));
    }

    [Fact]
    public async Task An_order_for_a_running_licence_extends_it_and_another_edition_is_refused()
    {
        var shop = await Shop.Open(server);
        var (order, _) = await shop.Sell(portal: "run.bitrix24.ua");
        await Refused.With("edition_differs", () => shop.Place(shop.Light, portal: "run.bitrix24.ua"));
        var wrong = With(shop.NewOrder(portal: "run.bitrix24.ua"), item => item.Extends = "lic_00000000000000000000000000");
        await Refused.With("extends_mismatch", () => shop.Api.CreateOrderAsync(wrong));
        var right = With(shop.NewOrder(portal: "RUN.bitrix24.ua"), item => item.Extends = shop.LicenceOf("run.bitrix24.ua").Result.Id);
        Assert.Equal(order.Portal, (await shop.Api.CreateOrderAsync(right)).Portal);
    }

    [Fact]
    public async Task An_unknown_customer_is_refused_and_a_known_one_gets_the_order()
    {
        var shop = await Shop.Open(server);
        var request = shop.NewOrder();
        request.CustomerId = "cus_00000000000000000000000000";
        await Refused.With("customer_not_found", () => shop.Api.CreateOrderAsync(request));
        request.CustomerId = (await shop.Place()).CustomerId;
        Assert.Equal(request.CustomerId, (await shop.Api.CreateOrderAsync(request)).CustomerId);
    }

    [Fact]
    public async Task Twins_with_one_key_place_one_order()
    {
        var shop = await Shop.Open(server);
        var request = shop.NewOrder();
        var orders = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Api.CreateOrderAsync(request, "one-click")));
        Assert.Single(orders.Select(order => order.Id).Distinct());
        Assert.Single((await shop.Api.ListOrdersAsync()).Data);
        await Refused.With("idempotency_key_reused", () => shop.Api.CreateOrderAsync(shop.NewOrder(), "one-click"));
    }

    [Fact]
    public async Task Another_merchants_plan_does_not_exist()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        await Refused.With("plan_unknown", () => shop.Place(stranger.Pro));
    }

    private static OrderRequest With(OrderRequest request, Action<OrderItemRequest> change)
    {
        change(request.Items[0]);
        return request;
    }
}

public sealed class CreateOrderOnSqlite(ServerOnSqlite server) : CreateOrderTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CreateOrderOnPostgres(ServerOnPostgres server) : CreateOrderTests(server), IClassFixture<ServerOnPostgres>;
