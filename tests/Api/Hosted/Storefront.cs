using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>A shop with a buy button, and what a buyer does at it.</summary>
internal sealed class Storefront
{
    private readonly RunningServer server;

    private Storefront(RunningServer server, Shop shop, Button button) => (this.server, Shop, Button) = (server, shop, button);

    public Shop Shop { get; }

    public Button Button { get; }

    public string CheckoutPath => $"/b/{Button.Id}/checkout";

    public string LoginPath => $"/m/{Shop.Merchant.Id}/login";

    public string AccountPath => $"/m/{Shop.Merchant.Id}/account";

    public static async Task<Storefront> Open(RunningServer server)
    {
        var shop = await Shop.Open(server);
        var button = await shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = shop.Product.Id, Name = "Front page" });
        return new Storefront(server, shop, button);
    }

    public Browser Visit(string language = "en") => new(server, language);

    public string Offer(int months = 1, Plan? plan = null) => $"{(plan ?? Shop.Pro).Id}:{months}";

    public Task<PageAnswer> ShowCheckout(Browser browser, int months = 1) => browser.Get($"{CheckoutPath}?offer={Offer(months)}");

    /// <summary>Sends the checkout form with these fields in place of the right ones.</summary>
    public Task<PageAnswer> SendCheckout(Browser browser, string key, params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> form = new()
        {
            ["key"] = key,
            ["offer"] = Offer(),
            ["contact.email"] = "buyer@firm.example",
            ["fields.portal"] = "firm.bitrix24.ua",
            ["consents"] = Shop.Agreement.Id,
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        return browser.Post(CheckoutPath, [.. form.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>Places an order as a new buyer; answers the path of its payment page.</summary>
    public async Task<string> Order(Browser browser, params (string Name, string Value)[] changes)
    {
        var form = await ShowCheckout(browser);
        return (await SendCheckout(browser, form.Hidden("key"), changes)).Location!;
    }
}
