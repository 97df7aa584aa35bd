using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Sandbox;
using BillingHeadless.SandboxProvider;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>A provider with a fresh database on a real port, a merchant with the plugin, and the merchant's inbox for callbacks.</summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    public const string Succeeds = "4242 4242 4242 4242";
    public const string IsDeclined = "4000 0000 0000 0002";
    public const string LacksFunds = "4000 0000 0000 9995";
    public const string AsksForCode = "4000 0000 0000 3220";
    public const string SucceedsInSilence = "4000 0000 0000 0119";
    public const string DeclinesLaterCharges = "4000 0000 0000 0341";
    public const string LacksFundsLater = "4000 0000 0000 9961";

    /// <summary>How long the provider withholds an answer.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    public static readonly Uri ReturnUrl = new("http://127.0.0.1:9/return?payment=pay_1");

    private readonly WebApplication provider;
    private readonly string folder;
    private readonly ConcurrentBag<TestHost> hosts = [];
    private int minted;

    private SandboxWorld(WebApplication provider, string folder, CallbackInbox inbox, ManualClock clock)
    {
        (this.provider, this.folder, Inbox, Clock) = (provider, folder, inbox, clock);
        Merchant = NewHost();
    }

    public ManualClock Clock { get; }

    public CallbackInbox Inbox { get; }

    public SandboxGateway Gateway { get; } = new();

    /// <summary>The merchant whose settings are the defaults.</summary>
    public TestHost Merchant { get; }

    public Uri BaseUrl => new($"{provider.Urls.Single()}/sandbox");

    /// <summary>A browser without a script, which shows redirects instead of following them.</summary>
    public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static async Task<SandboxWorld> StartAsync(Func<SandboxProviderOptions, SandboxProviderOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-provider-").FullName;
        var clock = new ManualClock();
        var options = new SandboxProviderOptions { DatabasePath = Path.Combine(folder, "book", "sandbox.db"), Clock = clock };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSandboxProvider(change?.Invoke(options) ?? options);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapSandboxProvider();
        await app.StartAsync();
        return new SandboxWorld(app, folder, await CallbackInbox.StartAsync(), clock);
    }

    /// <summary>A merchant with a key pair of its own, or with one setting changed from the first merchant's.</summary>
    public TestHost NewHost(string key = "the-first-merchant", string? baseUrl = null, TimeSpan? budget = null, params (string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string>
        {
            ["baseUrl"] = baseUrl ?? BaseUrl.ToString(),
            ["apiKey"] = $"key-of-{key}-0123456789abcdef",
            ["signingSecret"] = $"secret-of-{key}-0123456789abcdef",
        };
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        var host = new TestHost(settings, Clock, budget ?? TimeSpan.FromSeconds(30));
        hosts.Add(host);
        return host;
    }

    public TestHost With(params (string Name, string Value)[] changes) => NewHost(changes: changes);

    /// <summary>A command for a new payment.</summary>
    public StartPayment Payment(long minor = 190_000, string currency = "UAH", string language = "uk") => new()
    {
        Key = NewKey("pay"),
        Amount = new Money(minor, new Currency(currency)),
        Description = "Ліцензія «Чат» <1 рік>",
        ReturnUrl = ReturnUrl,
        CallbackUrl = Inbox.Address,
        Language = language,
    };

    public RefundPayment Refund(StartPayment payment, long minor) => new()
    {
        Key = NewKey("rfd"),
        Payment = payment.Key,
        PaymentAmount = payment.Amount,
        Amount = payment.Amount with { Minor = minor },
        Reason = "the buyer changed their mind",
    };

    public async Task<Uri> StartAsync(StartPayment payment, IPluginHost? host = null)
    {
        var outcome = await Gateway.ExecuteAsync(payment, host ?? Merchant, CancellationToken.None);
        return Assert.IsType<Redirect>(Assert.IsType<ActionNeeded>(outcome).Action).Url;
    }

    /// <summary>From the start of a payment to the buyer's redirect, with the given card.</summary>
    public async Task<StartPayment> PayAsync(string card = Succeeds, IPluginHost? host = null, StartPayment? payment = null)
    {
        payment ??= Payment();
        var page = await StartAsync(payment, host);
        await AssertBackInShopAsync(await PostCardAsync(page, card));
        return payment;
    }

    public Task<HttpResponseMessage> PostCardAsync(Uri page, string number, string expiry = "12/30", string cvc = "123") =>
        PostAsync(page, ("cardNumber", number), ("expiry", expiry), ("cvc", cvc));

    public Task<HttpResponseMessage> PostAsync(Uri page, params (string Name, string Value)[] fields) =>
        Browser.PostAsync(page, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public static async Task AssertBackInShopAsync(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, await response.Content.ReadAsStringAsync());
        Assert.Equal(ReturnUrl, response.Headers.Location);
    }

    /// <summary>Asks what became of an operation, by its reference alone.</summary>
    public async Task<GatewayOutcome> QueryAsync(GatewayCommand command, IPluginHost? host = null, CancellationToken cancel = default)
    {
        var kind = command is RefundPayment ? OperationKind.Refund : OperationKind.Payment;
        var bare = new OperationKey { IdempotencyKey = command.Key.IdempotencyKey, MerchantReference = command.Key.MerchantReference };
        return await Gateway.QueryAsync(new GatewayQuery { Key = bare, Kind = kind }, host ?? Merchant, cancel);
    }

    /// <summary>Makes a call to which the provider gives no answer, and gives up once the provider is silent.</summary>
    public async Task<GatewayOutcome> GiveUpAsync(Func<CancellationToken, Task<GatewayOutcome>> call)
    {
        using var patience = new CancellationTokenSource();
        var calling = call(patience.Token);
        await Clock.WaitForTimerAsync(Silence);
        await patience.CancelAsync();
        return await calling;
    }

    /// <summary>The provider's own book for a merchant: kind, reference and amount of each movement.</summary>
    public async Task<IReadOnlyList<(string Kind, string Reference, long Amount)>> BookAsync(IPluginHost? host = null)
    {
        using var response = await CallAsync(HttpMethod.Get, "book", host ?? Merchant);
        using var book = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. book.RootElement.GetProperty("data").EnumerateArray().Select(movement => (
            movement.GetProperty("kind").GetString()!,
            movement.GetProperty("reference").GetString()!,
            movement.GetProperty("amount").GetInt64()))];
    }

    /// <summary>Calls the provider's API directly, with a merchant's key.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, IPluginHost host, string? json = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, $"{BaseUrl}/{path}");
        request.Headers.Authorization = new("Bearer", host.Settings.Text("apiKey"));
        request.Content = json is null ? null : new StringContent(json);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Browser.SendAsync(request);
    }

    public async Task<Inbound> ReceiveAsync(InboundMessage message, IPluginHost? host = null) =>
        await Gateway.ReceiveAsync(message, host ?? Merchant, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            host.Dispose();
        }

        Browser.Dispose();
        await provider.StopAsync();
        await provider.DisposeAsync();
        await Inbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private OperationKey NewKey(string prefix)
    {
        var number = Interlocked.Increment(ref minted);
        return new OperationKey { IdempotencyKey = $"key-{number}", MerchantReference = $"{prefix}_{number}" };
    }
}
