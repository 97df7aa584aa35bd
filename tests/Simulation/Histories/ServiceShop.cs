using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.TestClock;
using BillingHeadless.Tests.Simulation.Actors;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>A merchant with three tariffs of one service that is paid ahead, one that is paid after use, and a few customers.</summary>
internal sealed class ServiceShop : SimulatedMerchant
{
    public const string AddOn = "channel";
    public const string Users = "users";
    public const string Messages = "messages";
    public const long MeteredPrice = 9_999;
    public const long AddOnPrice = 3_333;
    public const long UserPrice = 77;
    public const long UsersIncluded = 100;
    public const long MessagesPrice = 13;
    public const long MessagesIncluded = 250;
    public const int MessagesPerPrice = 10;
    private static readonly (string Name, long Price)[] Tariffs = [("Basic", 30_000), ("Better", 60_000), ("Odd", 19_999)];

    private readonly HistoryWorld world;

    private ServiceShop(HistoryWorld world, string id, int number)
        : base(world.Engine, world.Provider, id, number) => this.world = world;

    public IReadOnlyList<string> Plans { get; private set; } = [];

    /// <summary>The plan that is paid after use.</summary>
    public string Metered { get; private set; } = "";

    public Id<Plan> MeteredId => new(Metered);

    public IReadOnlyList<string> Customers { get; private set; } = [];

    public static async Task<ServiceShop> Open(HistoryWorld world, Random random, int customers)
    {
        var number = world.NextMerchant();
        var shop = new ServiceShop(world, await Register(world.Engine, number), number);
        await shop.Furnish(random);
        for (var customer = 1; customer <= customers; customer++)
        {
            shop.Customers = [.. shop.Customers, await shop.AddCustomer(customer)];
        }

        return shop;
    }

    /// <summary>By the merchant's clock.</summary>
    public async Task<DateTimeOffset> Now() => world.Time.Now + await Read(db => db.Merchants.Where(row => row.Id == Id).Select(row => row.ClockOffset).SingleAsync());

    /// <summary>The merchant's day.</summary>
    public async Task<DateOnly> Today() => (await Calendar()).DateOf(await Now());

    public async Task<DateTimeOffset> MidnightOf(DateOnly day) => (await Calendar()).StartOf(day);

    /// <summary>When the running month is over.</summary>
    public async Task<DateTimeOffset> NextFirst() => await MidnightOf(Month.Of(await Today()).End);

    public async Task<Reply> MoveClock(DateTimeOffset to) =>
        await Ask<AdvanceTestClock>((endpoint, call, alive) => endpoint.Handle(new AdvanceTestClockRequest(to), call, alive));

    /// <summary>Nothing of it is left to do: whoever comes next has the engine for itself.</summary>
    public Task Close() => world.Engine.Get<IWriter>().Write(
        Id, (db, cancel) => db.Jobs.Where(row => row.State == JobState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(job => job.State, JobState.Done), cancel), CancellationToken.None);

    private async Task Furnish(Random random)
    {
        await Ask<UpdateSettings>((endpoint, call, alive) => endpoint.Handle(Settings(random), call, alive));
        var product = (await Ask<CreateProduct>((endpoint, call, alive) => endpoint.Handle(
            new CreateProductRequest { Name = "CRM", Kind = ProductKind.Service }, call, alive))).TextOf("id");
        foreach (var (name, price) in Tariffs)
        {
            Plans = [.. Plans, await PutOnSale(PlanOf(product, name, price))];
        }

        Metered = await PutOnSale(MeteredPlan(product));
        await Account.Open();
        await ChooseManners("immediate");
    }

    private Task<Calendar> Calendar() => Read(async db => (await db.Merchants.SingleAsync(row => row.Id == Id)).Calendar());

    private async Task<string> PutOnSale(CreatePlanRequest plan) =>
        (await Ask<CreatePlan>((endpoint, call, alive) => endpoint.Handle(plan, call, alive))).TextOf("id");

    private static CreatePlanRequest PlanOf(string product, string name, long price) => new()
    {
        ProductId = product,
        Name = name,
        Price = Hryvnias(price),
        TaxRateBasisPoints = 2_000,
        Terms = [new PlanTermBody { Months = 1 }, new PlanTermBody { Months = 3 }, new PlanTermBody { Months = 12, DiscountBasisPoints = 2_000 }],
    };

    private static CreatePlanRequest MeteredPlan(string product) => new()
    {
        ProductId = product,
        Name = "Metered",
        Price = Hryvnias(MeteredPrice),
        Billing = PlanBilling.Postpaid,
        TaxRateBasisPoints = 2_000,
        UsagePrices =
        [
            new UsagePriceBody { Meter = AddOn, Kind = MeterKind.AddOn, Price = Hryvnias(AddOnPrice) },
            new UsagePriceBody { Meter = Users, Kind = MeterKind.Daily, Price = Hryvnias(UserPrice), Included = UsersIncluded },
            new UsagePriceBody { Meter = Messages, Kind = MeterKind.Counted, Price = Hryvnias(MessagesPrice), Included = MessagesIncluded, PerUnits = MessagesPerPrice },
        ],
    };

    private static MoneyBody Hryvnias(long minor) => new(minor, "UAH");

    private async Task<string> AddCustomer(int number) => (await Ask<CreateCustomer>((endpoint, call, alive) => endpoint.Handle(
        new CreateCustomerRequest { Email = $"customer{number}@firm.example" }, call, alive))).TextOf("id");

    /// <summary>Each history finds the shop in another mood.</summary>
    private static UpdateSettingsRequest Settings(Random random) => new()
    {
        InvoiceValidityDays = Given<int?>(random.Next(1, 30)),
        InvoiceLeadDays = Given<int?>(random.Next(1, 10)),
        SurplusPolicy = Given<SurplusPolicy?>(random.Next(2) == 0 ? SurplusPolicy.Refund : SurplusPolicy.Balance),
        SurchargeBasisPoints = Given<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { [Gateway] = random.Next(2) * 275 }),
        Tax = Given(new TaxBody { Registered = random.Next(2) == 0 }),
        BalanceBelowZero = Given<bool?>(random.Next(3) > 0),
        BonusTiers = Given<IReadOnlyList<BonusTierBody>>([new BonusTierBody(50_000, 300), new BonusTierBody(100_000, 1_000)]),
    };
}
