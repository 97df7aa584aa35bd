using System.Net;
using BillingHeadless.Client;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>
/// A play of a merchant, its buyers and the payment provider, step by step: each test has a shop of its own on the server of its
/// class, and nothing happens between two lines of a test.
/// </summary>
public abstract class Scenario(SteppedServer server) : IAsyncLifetime
{
    /// <summary>What the shop's edition Pro costs a month.</summary>
    protected const long Price = 19_900;

    /// <summary>Nobody listens there.</summary>
    private const string Nowhere = "http://127.0.0.1:9/sandbox";

    protected SteppedServer Server => server;

    protected TestTime Time => server.Time;

    protected Shop Shop { get; private set; } = null!;

    /// <summary>Calls with the merchant's secret key.</summary>
    protected BillingClient Api => Shop.Api;

    protected ProviderAccount Provider { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        server.BeforeCall = server.AfterCall = _ => { };
        (Shop, Provider) = await OpenShop();
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>One more merchant with an account of its own at the provider.</summary>
    protected async Task<(Shop Shop, ProviderAccount Provider)> OpenShop()
    {
        var shop = await Shop.Open(server);
        var account = new ProviderAccount(server.Client, $"{server.Client.BaseAddress!.ToString().TrimEnd('/')}/sandbox", ProviderKeys.New());
        await SetUp(shop, account.Address, account.Keys);
        return (shop, account);
    }

    // What the buyer does

    protected Task<Order> Place(int months = 1, string? portal = null) => Shop.Place(months: months, portal: portal);

    /// <summary>Begins to pay what an order still owes, or a part of it.</summary>
    protected Task<Payment> Start(Order order, long? amount = null) => Shop.StartPayment(order.InvoiceId, amount);

    /// <summary>Pays on the provider's page; nobody hears of it yet.</summary>
    protected Task PayOnPage(Payment payment, string card = Shop.GoodCard) => Provider.PayOnPage(PageOf(payment), card);

    /// <summary>Pays on the provider's page, and the provider says so.</summary>
    protected async Task Complete(Payment payment, string card = Shop.GoodCard)
    {
        await PayOnPage(payment, card);
        await Deliver(await NewsOf(payment));
    }

    /// <summary>The whole way from the cart to the licence.</summary>
    protected async Task<(Order Order, Payment Payment)> Buy(int months = 1, string? portal = null)
    {
        var order = await Place(months, portal);
        var payment = await Start(order);
        await Complete(payment);
        return (order, await Api.GetPaymentAsync(payment.Id));
    }

    // What the provider does

    protected static string PageOf(Payment payment) => payment.NextAction!.Url;

    /// <summary>The provider's message about a payment as it is now.</summary>
    protected async Task<SignedCallback> NewsOf(Payment payment) => Sign(ProviderEvent.About(await Provider.Checkout(PageOf(payment))));

    protected SignedCallback Sign(ProviderEvent news) => Provider.Sign(news, Time.Now);

    /// <summary>Delivers a message; answers the status it got.</summary>
    protected async Task<HttpStatusCode> Deliver(SignedCallback callback, string? merchantId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/gateways/{Shop.Gateway}/callbacks/{merchantId ?? Shop.Merchant.Id}");
        request.Content = new ByteArrayContent(callback.Body);
        request.Headers.Add("Sandbox-Signature", callback.Signature);
        using var response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>
    /// The provider does not find a payment until it is taken as never begun, though its page is still there: so money comes for what is
    /// not awaited any more.
    /// </summary>
    protected async Task LoseSightOf(Payment payment)
    {
        await LoseSightOfAll();
        Assert.Equal(PaymentStatus.Cancelled, (await Api.GetPaymentAsync(payment.Id)).Status);
    }

    /// <summary>The same for all payments that are undecided.</summary>
    protected async Task LoseSightOfAll()
    {
        await SetUp(Shop, Provider.Address, ProviderKeys.New());
        await Wait(TimeSpan.FromSeconds(5));
        await Wait(TimeSpan.FromSeconds(30));
        await Reconnect();
    }

    /// <summary>From now on the provider cannot be reached.</summary>
    protected Task CutOff() => SetUp(Shop, Nowhere, Provider.Keys);

    /// <summary>The provider is there, as at first or with other manners.</summary>
    protected Task Reconnect(params (string Name, object Value)[] manners) => SetUp(Shop, Provider.Address, Provider.Keys, manners);

    // What the merchant does

    protected Task<Refund> Refund(Payment payment, long? amount = null, RefundMethod? method = null) => Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest
    {
        Reason = "The buyer changed their mind.",
        Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
        Method = method ?? RefundMethod.Gateway,
    });

    protected Task Choose(SurplusPolicy policy) => Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurplusPolicy = policy });

    protected Task LayCommissionOnBuyer(int basisPoints) =>
        Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = basisPoints } });

    // Time

    /// <summary>Lets system time pass, then does what has fallen due.</summary>
    protected Task Wait(TimeSpan time)
    {
        Time.Advance(time);
        return server.RunJobs();
    }

    // What has come of it

    protected async Task<OrderStatus> StatusOf(Order order) => (await Api.GetOrderAsync(order.Id)).Status;

    protected Task<Invoice> InvoiceOf(Order order) => Api.GetInvoiceAsync(order.InvoiceId);

    protected async Task<Licence> OnlyLicence() => Assert.Single((await Api.ListLicencesAsync()).Data);

    protected async Task<IReadOnlyList<Licence>> Licences() => [.. (await Api.ListLicencesAsync()).Data];

    protected async Task<IReadOnlyList<Refund>> Refunds() => [.. (await Api.ListRefundsAsync()).Data];

    /// <summary>A payment as a list shows it: there, reading it asks nobody.</summary>
    protected async Task<Payment> Listed(Payment payment) => (await Api.ListPaymentsAsync()).Data.Single(listed => listed.Id == payment.Id);

    /// <summary>The types of all events so far, in their order.</summary>
    protected async Task<IReadOnlyList<string>> Events() => [.. (await Api.ListEventsAsync(limit: 100)).Data.Select(entry => entry.Type)];

    /// <summary>What an account that keeps its balance holds.</summary>
    protected async Task<long> BalanceOf(Order order) =>
        Convert.ToInt64(await server.Database.Execute($"select coalesce(sum(balance_minor), 0) from accounts where name = 'balance:{order.CustomerId}:UAH'"));

    private static Task SetUp(Shop shop, string address, ProviderKeys keys, params (string Name, object Value)[] manners) =>
        shop.SetGateway([("baseUrl", address), ("apiKey", keys.ApiKey), ("signingSecret", keys.SigningSecret), .. manners]);
}
