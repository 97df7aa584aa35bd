using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>YooKassa: REST with keys, receipts, kept methods, and notifications that prove nothing by themselves.</summary>
public sealed class YooKassaGateway : GatewayBase<YooKassaSettings>
{
    private const int LongestReference = 64;

    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Картка або СБП (ЮKassa)",
            ["en"] = "Card or SBP (YooKassa)",
            ["ru"] = "Карта или СБП (ЮKassa)",
            ["kk"] = "Карта немесе СБП (ЮKassa)",
        },
        Currencies = [new CurrencyLimit(new Currency("RUB"), MinimumMinor: 100)],
        Refunds = RefundSupport.Partial,
        SavedMethods = true,
        Receipts = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(1),
        Reference = new ReferenceRule(LongestReference),
        PageHosts = ["https://yoomoney.ru", "https://yookassa.ru"],
    };

    protected override SettingsReading<YooKassaSettings> Read(IPluginHost host) => YooKassaSettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<YooKassaSettings> call) =>
        YooKassaDialect.Instance.ToProbe(await new YooKassaClient(call).GetAsync("me").ConfigureAwait(false), YooKassaSettings.SecretKeyName);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<YooKassaSettings> call) => Payments.StartAsync(command, call);

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<YooKassaSettings> call) => Payments.ChargeAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<YooKassaSettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<YooKassaSettings> call) => Payments.QueryAsync(query, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<YooKassaSettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<YooKassaSettings> call) => Notifications.ReadAsync(message, call);
}
