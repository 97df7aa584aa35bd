using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Usage;

/// <summary>
/// A shop with a service that is paid after use: 300.00 a month, with an add-on, users by the day and messages by the piece. It opens
/// on 21 November 2026 in Kyiv, so that ten days of November are left.
/// </summary>
public sealed class UsageDesk
{
    public const string AddOn = "whatsapp";
    public const string Users = "users";
    public const string Messages = "messages";
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    private UsageDesk(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public Customer Customer { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public static async Task<UsageDesk> Open(RunningServer server) => await Open(await Shop.Open(server));

    public static async Task<UsageDesk> Open(Shop shop)
    {
        var desk = new UsageDesk(shop);
        var product = await shop.Api.CreateProductAsync(new CreateProductRequest { Name = "CRM", Kind = ProductKind.Service });
        desk.Plan = await shop.Api.CreatePlanAsync(NewPlan(product));
        desk.Customer = await shop.NewCustomer();
        return desk;
    }

    public static CreatePlanRequest NewPlan(Product product) => new()
    {
        ProductId = product.Id,
        Name = "Workspace",
        Price = Hryvnias(30_000),
        Billing = PlanBilling.Postpaid,
        TaxRateBasisPoints = 2_000,
        UsagePrices =
        [
            new UsagePrice { Meter = AddOn, Kind = MeterKind.AddOn, Price = Hryvnias(6_000) },
            new UsagePrice { Meter = Users, Kind = MeterKind.Daily, Price = Hryvnias(3_000), Included = 2 },
            new UsagePrice { Meter = Messages, Kind = MeterKind.Counted, Price = Hryvnias(7), Included = 100, PerUnits = 10 },
        ],
    };

    public static Money Hryvnias(long minor) => new() { Amount = minor, Currency = "UAH" };

    public Task<Subscription> Subscribe(params string[] addOns) =>
        Shop.Api.CreateSubscriptionAsync(new CreateSubscriptionRequest { CustomerId = Customer.Id, PlanId = Plan.Id, AddOns = addOns });

    public Task<UsageRecord> Record(Subscription service, string id, string meter, DateOnly day, long quantity, string? corrects = null) =>
        Shop.Api.RecordUsageAsync(service.Id, new RecordUsageRequest { Id = id, Meter = meter, Day = day, Quantity = quantity, Corrects = corrects });

    /// <summary>Puts other meters in place of the plan's.</summary>
    public Task<Plan> Meter(params UsagePrice[] prices) => Shop.Api.UpdatePlanAsync(Plan.Id, new UpdatePlanRequest { UsagePrices = prices });

    public Task<Client.Usage> Usage(Subscription service, string? month = null) => Shop.Api.GetUsageAsync(service.Id, month);

    public Task<CustomerBalance> Balance() => Shop.Api.GetBalanceAsync(Customer.Id);

    public async Task<IReadOnlyList<Operation>> Journal() => [.. (await Shop.Api.ListOperationsAsync(Customer.Id)).Data];

    /// <summary>Moves the clock to the local midnight of a 1st, at which the month before is charged.</summary>
    public Task CloseMonthBefore(int year, int month) => Shop.MoveClock(Midnight(new DateOnly(year, month, 1)));

    /// <summary>The balance may not go below zero: what it does not cover is asked for by an invoice.</summary>
    public Task AllowNoDebt() => Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { BalanceBelowZero = false });

    public async Task<BillingClient> As(CustomerRole role, string? customerId = null)
    {
        var session = await Shop.Api.CreateCustomerSessionAsync(customerId ?? Customer.Id, new CreateCustomerSessionRequest { Role = role, User = "anna" });
        return Shop.Client(session.Token);
    }

    public static DateTimeOffset Midnight(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Kyiv.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
