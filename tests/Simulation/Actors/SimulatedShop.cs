using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Simulation.Engine;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>A merchant with two editions of one module.</summary>
internal sealed class SimulatedShop : SimulatedMerchant
{
    private const int ProPrice = 19_900;
    private const int LightPrice = 9_900;

    private readonly Random random;

    private SimulatedShop(BillingEngine engine, PaymentProvider provider, Random random, string id, int number)
        : base(engine, provider, id, number) => this.random = random;

    public IReadOnlyList<string> Plans { get; private set; } = [];

    public string AgreementId { get; private set; } = "";

    public List<PlacedOrder> Orders { get; } = [];

    public static async Task<SimulatedShop> Open(BillingEngine engine, PaymentProvider provider, Random random, int number)
    {
        var shop = new SimulatedShop(engine, provider, random, await Register(engine, number), number);
        await shop.Furnish();
        return shop;
    }

    private async Task Furnish()
    {
        AgreementId = (await Ask<CreateAgreement>((endpoint, call, alive) => endpoint.Handle(
            new CreateAgreementRequest { Title = "Terms", Texts = new Dictionary<string, string> { ["en"] = "Terms." } }, call, alive))).TextOf("id");
        var product = (await Ask<CreateProduct>((endpoint, call, alive) => endpoint.Handle(
            new CreateProductRequest { Name = "Module", Kind = ProductKind.Licence, AgreementIds = [AgreementId] }, call, alive))).TextOf("id");
        Plans = [await PutOnSale(product, "Pro", ProPrice), await PutOnSale(product, "Light", LightPrice)];
        await Account.Open();
        await ChooseManners("immediate");
        await Ask<UpdateSettings>((endpoint, call, alive) => endpoint.Handle(Settings(), call, alive));
    }

    private async Task<string> PutOnSale(string product, string name, long price) => (await Ask<CreatePlan>((endpoint, call, alive) => endpoint.Handle(
        new CreatePlanRequest
        {
            ProductId = product,
            Name = name,
            Price = new MoneyBody(price, "UAH"),
            TaxRateBasisPoints = 2_000,
            Terms = [new PlanTermBody { Months = 1 }, new PlanTermBody { Months = 12, DiscountBasisPoints = 2_000 }],
        },
        call,
        alive))).TextOf("id");

    /// <summary>Each run finds the shop in another mood.</summary>
    private UpdateSettingsRequest Settings() => new()
    {
        InvoiceValidityDays = Given<int?>(random.Next(1, 8)),
        SurplusPolicy = Given<SurplusPolicy?>(random.Next(2) == 0 ? SurplusPolicy.Refund : SurplusPolicy.Balance),
        SurchargeBasisPoints = Given<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { [Gateway] = random.Next(2) * 275 }),
        Tax = Given(new TaxBody { Registered = random.Next(2) == 0 }),
    };
}

/// <summary>An order as its buyer knows it.</summary>
internal sealed record PlacedOrder(string Id, string InvoiceId, string PlanId, string Portal);
