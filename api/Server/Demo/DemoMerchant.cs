using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Buttons;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Demo;

/// <summary>
/// A merchant in test mode with something to sell, made at the first start by the same operations that the API offers.
/// Without its file it is made anew.
/// </summary>
public sealed class DemoMerchant(
    BillingOptions options,
    DemoFile file,
    CreateMerchant createMerchant,
    UpdateSettings updateSettings,
    CreateAgreement createAgreement,
    CreateProduct createProduct,
    CreatePlan createPlan,
    CreateButton createButton,
    Links links)
{
    private const string ExamplePortal = "firm.bitrix24.ua";

    /// <summary>Makes the demo where there is none, and tells a newcomer where to go. The server listens already: addresses are known.</summary>
    public async Task Prepare(TextWriter output, CancellationToken cancel)
    {
        if (!options.Demo)
        {
            return;
        }

        var contents = await file.Read(cancel) ?? await Make(cancel);
        await output.WriteLineAsync(
            $"""

            The demo is ready:
              start here      {contents.Addresses.Start}
              buy something   {contents.Addresses.Buy}
              the API         {contents.Addresses.Docs}
              its keys        {options.DataDirectory}/demo.json
              sent mail       {options.DataDirectory}/outbox

            """);
    }

    private async Task<DemoContents> Make(CancellationToken cancel)
    {
        var requests = DemoRequests.Read();
        var platform = new Call(new Caller { Kind = CallerKind.Platform, MerchantId = Caller.Operator });
        var merchant = Made<NewMerchantView>(await createMerchant.Handle(requests.Merchant, platform, cancel));
        var call = new Call(new Caller { Kind = CallerKind.SecretKey, MerchantId = new Id<Merchant>(merchant.Id), Scopes = [Scope.Everything] });
        var settings = requests.Settings with
        {
            SealImage = new Patch<string>(true, DemoRequests.Picture("seal.png")),
            SignatureImage = new Patch<string>(true, DemoRequests.Picture("signature.png")),
        };
        Made<SettingsView>(await updateSettings.Handle(settings, call, cancel));

        var agreement = Made<AgreementView>(await createAgreement.Handle(requests.Agreement, call, cancel));
        var product = Made<ProductView>(await createProduct.Handle(requests.Product with { AgreementIds = [agreement.Id] }, call, cancel));
        List<string> plans = [];
        foreach (var plan in requests.Plans)
        {
            plans.Add(Made<PlanView>(await createPlan.Handle(plan.Of(product.Id), call, cancel)).Id);
        }

        var button = Made<ButtonView>(await createButton.Handle(requests.Button.Of(product.Id), call, cancel));
        var contents = new DemoContents
        {
            MerchantId = merchant.Id,
            SecretKey = merchant.SecretKey,
            PublishableKey = merchant.PublishableKey,
            ProductId = product.Id,
            PlanIds = plans,
            AgreementId = agreement.Id,
            ButtonId = button.Id,
            Addresses = AddressesOf(merchant, product, button),
        };
        await file.Write(contents, cancel);
        return contents;
    }

    private DemoAddresses AddressesOf(NewMerchantView merchant, ProductView product, ButtonView button) => new()
    {
        Start = links.At("/"),
        Buy = button.Url,
        Account = links.Account(new Id<Merchant>(merchant.Id)),
        Tab = links.Tab(new Id<Product>(product.Id), ExamplePortal),
        Docs = links.At("/docs"),
    };

    /// <exception cref="InvalidOperationException">The demo's own data were refused.</exception>
    private static T Made<T>(IResult answer) => ((Answer<T>)answer).Value;
}
