using System.Text.Json;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>A test merchant with two editions of one module and an account of its own at the provider.</summary>
internal sealed class SimulatedShop
{
    public const string Gateway = "sandbox";
    private const int ProPrice = 19_900;
    private const int LightPrice = 9_900;
    private static readonly Caller Platform = new() { Kind = CallerKind.Platform, MerchantId = Caller.Operator, CredentialId = "platform" };

    private readonly BillingEngine engine;
    private readonly Random random;
    private readonly Caller caller;

    private SimulatedShop(BillingEngine engine, PaymentProvider provider, Random random, string id, int number)
    {
        this.engine = engine;
        this.random = random;
        Id = new Id<Merchant>(id);
        caller = new Caller { Kind = CallerKind.SecretKey, MerchantId = Id, CredentialId = $"key-of-{number}", Scopes = ["*"] };
        Account = new ProviderAccount(provider.Browser, provider.Address, new ProviderKeys($"key-of-shop-{number}-0123456789abcdef", $"secret-of-shop-{number}-0123456789abcdef"));
    }

    public Id<Merchant> Id { get; }

    public ProviderAccount Account { get; }

    public IReadOnlyList<string> Plans { get; private set; } = [];

    public string AgreementId { get; private set; } = "";

    public List<PlacedOrder> Orders { get; } = [];

    public List<StartedPayment> Payments { get; } = [];

    /// <summary>What the provider has sent and nobody has taken yet.</summary>
    public List<ProviderEvent> Mail { get; } = [];

    public static async Task<SimulatedShop> Open(BillingEngine engine, PaymentProvider provider, Random random, int number)
    {
        var merchant = await engine.Ask<CreateMerchant>(Platform, (endpoint, call, alive) => endpoint.Handle(
            new CreateMerchantRequest { Name = $"Shop {number}", Mode = MerchantMode.Test, Currency = "UAH", TimeZone = "Europe/Kyiv", Locale = "uk" }, call, alive));
        var shop = new SimulatedShop(engine, provider, random, merchant.TextOf("id"), number);
        await shop.Furnish();
        return shop;
    }

    /// <summary>Calls with the merchant's secret key.</summary>
    public Task<Reply> Ask<TEndpoint>(Func<TEndpoint, Call, CancellationToken, Task<IResult>> operation)
        where TEndpoint : notnull => engine.Ask(caller, operation);

    /// <summary>How the provider treats refunds from now on.</summary>
    public Task<Reply> ChooseManners(string refunds) => Ask<UpdateGateway>((endpoint, call, alive) => endpoint.Handle(
        Gateway,
        new UpdateGatewayRequest { Settings = Values(("baseUrl", Account.Address), ("apiKey", Account.Keys.ApiKey), ("signingSecret", Account.Keys.SigningSecret), ("refunds", refunds)) },
        call,
        alive));

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

    private static Patch<T> Given<T>(T value) => new(IsGiven: true, value);

    private static Dictionary<string, JsonElement> Values(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => JsonSerializer.SerializeToElement(setting.Value));
}

/// <summary>An order as its buyer knows it.</summary>
internal sealed record PlacedOrder(string Id, string InvoiceId, string PlanId, string Portal);

/// <summary>A payment as its buyer knows it.</summary>
/// <param name="Page">The provider's page; null when the buyer was not led there.</param>
internal sealed record StartedPayment(string Id, long Amount, string? Page);
