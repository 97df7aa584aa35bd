using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Calls of a sample gateway as the server makes them.</summary>
public static class Call
{
    public const string ApiKey = "sk/live+0123456789";

    /// <summary>Longer than any call that ends by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static PluginScope Scope(bool testMode = true, IPluginLog? log = null) => new()
    {
        MerchantId = "mer_1",
        TestMode = testMode,
        Settings = new Dictionary<string, string> { ["apiKey"] = ApiKey },
        Clock = TimeProvider.System,
        Log = log ?? new ListLog(),
        Budget = Patience,
    };

    public static StartPayment Start(string description = "A licence") => new()
    {
        Key = new OperationKey { IdempotencyKey = "idem-1", MerchantReference = "ref-1" },
        Amount = new Money(1900, new Currency("UAH")),
        Description = description,
        ReturnUrl = new Uri("https://shop.example/return"),
        CallbackUrl = new Uri("https://shop.example/callback"),
        Language = "en",
    };

    public static Task<CallResult<GatewayOutcome>> ExecuteAsync(
        this PluginCaller caller, LoadedPlugin plugin, PluginScope? scope = null, string description = "A licence", CancellationToken cancel = default) =>
        caller.CallAsync<IPaymentGateway, GatewayOutcome>(
            plugin, scope ?? Scope(), (gateway, host, end) => gateway.ExecuteAsync(Start(description), host, end), cancel);
}
