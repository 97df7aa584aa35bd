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
    DemoShelf shelf,
    CreateButton createButton,
    DemoCustomer customer,
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
        var merchant = (await createMerchant.Handle(requests.Merchant, platform, cancel)).Made<NewMerchantView>();
        var call = new Call(new Caller { Kind = CallerKind.SecretKey, MerchantId = new Id<Merchant>(merchant.Id), Scopes = [Scope.Everything] });
        var settings = requests.Settings with
        {
            SealImage = new Patch<string>(true, DemoRequests.Picture("seal.png")),
            SignatureImage = new Patch<string>(true, DemoRequests.Picture("signature.png")),
        };
        (await updateSettings.Handle(settings, call, cancel)).Made<SettingsView>();

        var agreement = (await createAgreement.Handle(requests.Agreement, call, cancel)).Made<AgreementView>();
        var goods = await shelf.Put(requests.Product with { AgreementIds = [agreement.Id] }, requests.Plans, call, cancel);
        var button = (await createButton.Handle(requests.Button.Of(goods.ProductId), call, cancel)).Made<ButtonView>();
        var contents = new DemoContents
        {
            MerchantId = merchant.Id,
            SecretKey = merchant.SecretKey,
            PublishableKey = merchant.PublishableKey,
            ProductId = goods.ProductId,
            PlanIds = goods.PlanIds,
            AgreementId = agreement.Id,
            ButtonId = button.Id,
            Service = await customer.Subscribe(requests.Service, call, cancel),
            Addresses = AddressesOf(merchant, goods, button),
        };
        await file.Write(contents, cancel);
        return contents;
    }

    private DemoAddresses AddressesOf(NewMerchantView merchant, DemoGoods goods, ButtonView button) => new()
    {
        Start = links.At("/"),
        Buy = button.Url,
        Account = links.Account(new Id<Merchant>(merchant.Id)),
        Tab = links.Tab(new Id<Product>(goods.ProductId), ExamplePortal),
        Docs = links.At("/docs"),
    };
}
