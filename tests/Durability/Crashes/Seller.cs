using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>A merchant with one licensed product and an account of its own at the provider: what one purchase does, no other sees.</summary>
internal sealed class Seller
{
    public const string Gateway = "sandbox";

    private Seller(NewMerchant merchant, Plan plan, Agreement agreement, ProviderAccount account)
    {
        Merchant = merchant;
        Plan = plan;
        Agreement = agreement;
        Account = account;
    }

    public NewMerchant Merchant { get; }

    public Plan Plan { get; }

    public Agreement Agreement { get; }

    public ProviderAccount Account { get; }

    /// <summary>Buyers of different merchants are told apart by it in the outbox.</summary>
    public string BuyersEmail => $"olena@{Merchant.Id.Replace('_', '-').ToLowerInvariant()}.example";

    public static async Task<Seller> Open(Installation server, HttpClient browser, string provider, ActPolicy acts)
    {
        var merchant = await server.Client(RunningServer.PlatformKey).CreateMerchantAsync(TestMerchant.Request());
        var api = server.Client(merchant.SecretKey);
        var account = new ProviderAccount(browser, provider, ProviderKeys.New());
        var agreement = await api.CreateAgreementAsync(Samples.Agreement());
        var product = await api.CreateProductAsync(new CreateProductRequest { Name = "Модуль", Kind = ProductKind.Licence, AgreementIds = [agreement.Id] });
        var plan = await api.CreatePlanAsync(Samples.Plan(product.Id));
        await api.UpdateSettingsAsync(new UpdateSettingsRequest { Requisites = Requisites, Acts = acts });
        await api.UpdateGatewayAsync(Gateway, new UpdateGatewayRequest { Enabled = true, Settings = SettingsOf(account) });
        return new Seller(merchant, plan, agreement, account);
    }

    private static Requisites Requisites => new()
    {
        Name = "ТОВ «Зразкові рішення»",
        TaxId = "143605726590",
        RegistrationCode = "14360570",
        Address = "01001, м. Київ, вул. Прикладна, 1",
        Iban = "UA213223130000026007233566001",
        Bank = "АТ «Зразок-Банк»",
    };

    private static JsonElement SettingsOf(ProviderAccount account) => JsonSerializer.SerializeToElement(
        new { baseUrl = account.Address, apiKey = account.Keys.ApiKey, signingSecret = account.Keys.SigningSecret });
}
