using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>plata by mono: the bank's page, webhooks signed by a key that the bank changes, refunds with our reference.</summary>
public sealed class MonobankGateway : GatewayBase<MonobankSettings>
{
    private readonly PublicKeys keys = new();

    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Картка, Apple Pay, Google Pay (plata by mono)",
            ["en"] = "Card, Apple Pay, Google Pay (plata by mono)",
            ["ru"] = "Карта, Apple Pay, Google Pay (plata by mono)",
            ["kk"] = "Карта, Apple Pay, Google Pay (plata by mono)",
        },
        Currencies = Currencies.Limits,
        Refunds = RefundSupport.Partial,
        Wallets = [Wallet.ApplePay, Wallet.GooglePay],
        SavedMethods = true,
        ForgetsMethods = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(5),
        PageHosts = ["https://pay.mbnk.biz", "https://pay.monobank.ua"],
    };

    protected override SettingsReading<MonobankSettings> Read(IPluginHost host) => MonobankSettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<MonobankSettings> call) =>
        MonobankDialect.Instance.ToProbe(await new MonobankClient(call).GetAsync("details").ConfigureAwait(false), MonobankSettings.TokenName);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<MonobankSettings> call) => Invoices.StartAsync(command, call);

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<MonobankSettings> call) => Invoices.ChargeAsync(command, call);

    protected override Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<MonobankSettings> call) => Invoices.ForgetAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<MonobankSettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<MonobankSettings> call) => Invoices.QueryAsync(query, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<MonobankSettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<MonobankSettings> call) => Webhooks.ReadAsync(message, keys, call);
}
