using System.Text.RegularExpressions;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>A shop with services, and somebody of its customer in front of the account's pages.</summary>
internal sealed partial class ServiceCounter
{
    private readonly RunningServer server;

    private ServiceCounter(RunningServer server, ServiceDesk desk, Browser browser) => (this.server, Desk, Browser) = (server, desk, browser);

    public ServiceDesk Desk { get; }

    public Browser Browser { get; }

    public BillingClient Api => Desk.Shop.Api;

    public string AccountPath => $"/m/{Desk.Shop.Merchant.Id}/account";

    public string ServicesPath => $"{AccountPath}/services";

    public string InvoicesPath => $"{AccountPath}/invoices";

    public string JournalPath => $"{AccountPath}/journal";

    public static async Task<ServiceCounter> Open(RunningServer server, CustomerRole role = CustomerRole.Administrator, string language = "en")
    {
        var desk = await ServiceDesk.Open(server);
        return new ServiceCounter(server, desk, await Enter(server, desk, role, language));
    }

    /// <summary>Another person of the same customer.</summary>
    public Task<Browser> Enter(CustomerRole role, string language = "en") => Enter(server, Desk, role, language);

    public string PathOf(Subscription service) => $"{ServicesPath}/{service.Id}";

    public string TariffPathOf(Subscription service) => $"{PathOf(service)}/tariff";

    /// <summary>Chooses a tariff and stands before its preview.</summary>
    public async Task<PageAnswer> Preview(Subscription service, Plan plan) =>
        await Browser.Get((await Browser.Post(TariffPathOf(service), ("plan", plan.Id))).Location!);

    /// <summary>Sends the first form of a page that leads to an address of this ending, with its key.</summary>
    public Task<PageAnswer> Send(PageAnswer page, string ending, params (string Name, string Value)[] fields)
    {
        var action = Actions().Matches(page.Html).Select(match => match.Groups[1].Value).First(address => address.Split('?')[0].EndsWith(ending, StringComparison.Ordinal));
        return Browser.Post(action, [("key", page.Hidden("key")), .. fields]);
    }

    private static async Task<Browser> Enter(RunningServer server, ServiceDesk desk, CustomerRole role, string language)
    {
        var session = await desk.Shop.Api.CreateCustomerSessionAsync(desk.Customer.Id, new CreateCustomerSessionRequest { Role = role, User = "olena" });
        var browser = new Browser(server, language);
        await browser.Post(new Uri(session.Url).AbsolutePath);
        return browser;
    }

    [GeneratedRegex("<form action=\"([^\"]+)\" method=\"post\">")]
    private static partial Regex Actions();
}
