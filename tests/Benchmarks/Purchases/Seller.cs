using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Benchmarks.Processes;

namespace BillingHeadless.Tests.Benchmarks.Purchases;

/// <summary>A merchant with one licensed product, an agreement and the sandbox gateway.</summary>
public sealed class Seller
{
    public const string Gateway = "sandbox";
    private const string Currency = "UAH";
    private const int MonthlyPrice = 19_900;

    private Seller(NewMerchant merchant, BillingClient api) => (Merchant, Api) = (merchant, api);

    public NewMerchant Merchant { get; }

    /// <summary>Calls with the merchant's secret key.</summary>
    public BillingClient Api { get; }

    public Agreement Agreement { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public static async Task<Seller> Open(BillingProcess server, ProviderProcess provider, HttpMessageHandler connections)
    {
        var platform = BillingClient.Connect(server.Address, BillingProcess.PlatformKey, connections);
        var merchant = await platform.CreateMerchantAsync(new CreateMerchantRequest
        {
            Name = "Вендор",
            Mode = MerchantMode.Test,
            Currency = Currency,
            TimeZone = "Europe/Kyiv",
            Locale = "uk",
        });
        var seller = new Seller(merchant, BillingClient.Connect(server.Address, merchant.SecretKey, connections));
        await seller.Furnish(provider);
        return seller;
    }

    private async Task Furnish(ProviderProcess provider)
    {
        Agreement = await Api.CreateAgreementAsync(new CreateAgreementRequest
        {
            Title = "Оферта",
            Texts = new Dictionary<string, string> { ["uk"] = "Умови.", ["en"] = "Terms." },
        });
        var product = await Api.CreateProductAsync(new CreateProductRequest { Name = "Модуль", Kind = ProductKind.Licence, AgreementIds = [Agreement.Id] });
        Plan = await Api.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = product.Id,
            Name = "Pro",
            Price = new Money { Amount = MonthlyPrice, Currency = Currency },
            TaxRateBasisPoints = 2_000,
            Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 12, DiscountBasisPoints = 2_000 }],
        });
        await Api.UpdateGatewayAsync(Gateway, new UpdateGatewayRequest
        {
            Enabled = true,
            Settings = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["baseUrl"] = provider.Address.AbsoluteUri }),
        });
    }
}
