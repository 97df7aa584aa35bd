using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>A shop with a service of 300.00 a month, a year 20 % cheaper, and one customer.</summary>
public sealed class ServiceDesk
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
    private DateTimeOffset opened;
    private string product = "";

    private ServiceDesk(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public Customer Customer { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    /// <summary>600.00 a month, of the same product.</summary>
    public Plan Better { get; private set; } = null!;

    public static async Task<ServiceDesk> Open(RunningServer server) => await Open(await Shop.Open(server));

    public static async Task<ServiceDesk> Open(Shop shop)
    {
        var desk = new ServiceDesk(shop);
        var product = await desk.Shop.Api.CreateProductAsync(new CreateProductRequest { Name = "CRM", Kind = ProductKind.Service });
        desk.product = product.Id;
        desk.Plan = await desk.NewPlan("Basic", 30_000);
        desk.Better = await desk.NewPlan("Better", 60_000);
        desk.Customer = await desk.Shop.NewCustomer();
        desk.opened = (await desk.Shop.Api.GetTestClockAsync()).Now;
        return desk;
    }

    public Task<Subscription> Subscribe(Plan? plan = null, int? months = null, AutoPayMethod autoPay = AutoPayMethod.None, string? customerId = null) => Shop.Api.CreateSubscriptionAsync(new CreateSubscriptionRequest
    {
        CustomerId = customerId ?? Customer.Id,
        PlanId = (plan ?? Plan).Id,
        Months = months,
        AutoPay = new AutoPay { Method = autoPay },
    });

    /// <summary>A service whose first term is paid.</summary>
    public async Task<Subscription> Running(AutoPayMethod autoPay = AutoPayMethod.None, int? months = null)
    {
        var subscription = await Subscribe(autoPay: autoPay, months: months);
        await Shop.Pay(subscription.OpenInvoiceId!);
        return await Shop.Api.GetSubscriptionAsync(subscription.Id);
    }

    public Task<Invoice> Renew(Subscription subscription, int months = 1) => Shop.Api.RenewSubscriptionAsync(subscription.Id, new RenewSubscriptionRequest { Months = months });

    public Task<Invoice> Invoice(params (Subscription Service, int Months)[] items) => Shop.Api.CreateInvoiceAsync(new CreateInvoiceRequest
    {
        Items = [.. items.Select(item => new InvoiceItem { SubscriptionId = item.Service.Id, Months = item.Months })],
    });

    /// <summary>A service of which ten days are used.</summary>
    public async Task<Subscription> AfterTenDays()
    {
        var subscription = await Running();
        await Shop.MoveClock(opened.AddDays(10));
        return subscription;
    }

    public Task<PlanChangePreview> Preview(Subscription subscription, Plan plan) =>
        Shop.Api.PreviewPlanChangeAsync(subscription.Id, new PreviewPlanChangeRequest { PlanId = plan.Id });

    public Task<PlanChange> Change(Subscription subscription, PlanChangePreview preview, bool createInvoice = false) =>
        Shop.Api.ChangePlanAsync(subscription.Id, new ChangePlanRequest { PreviewId = preview.Id, CreateInvoice = createInvoice });

    public async Task<long> Balance() => (await Shop.Api.GetBalanceAsync(Customer.Id)).Balance.Amount;

    /// <summary>A tariff of the same product in another currency.</summary>
    public Task<Plan> InDollars() => NewPlan("Dollars", 1_000, "USD");

    /// <summary>A tariff of the same product with tax in it.</summary>
    public Task<Plan> Taxed(long price) => NewPlan($"Taxed {price}", price, taxRate: 2_000);

    public async Task<BillingClient> As(CustomerRole role, string? customerId = null)
    {
        var session = await Shop.Api.CreateCustomerSessionAsync(customerId ?? Customer.Id, new CreateCustomerSessionRequest { Role = role, User = "anna" });
        return Shop.Client(session.Token);
    }

    /// <summary>The local midnight so many months after the day on which the desk opened, or some days later.</summary>
    public DateTimeOffset Midnight(int months, int days = 0)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(opened, Kyiv).DateTime).AddDays(days).AddMonths(months);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Kyiv.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private Task<Plan> NewPlan(string name, long price, string currency = "UAH", int taxRate = 0) => Shop.Api.CreatePlanAsync(new CreatePlanRequest
    {
        ProductId = product,
        Name = name,
        Price = new Money { Amount = price, Currency = currency },
        TaxRateBasisPoints = taxRate,
        UserLimit = 5,
        Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 12, DiscountBasisPoints = 2_000 }],
    });
}
