using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Acme: what the gateway can do, and which class does it.</summary>
public sealed class AcmeGateway : GatewayBase<AcmeSettings>
{
    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string> { ["uk"] = "Acme", ["en"] = "Acme", ["ru"] = "Acme", ["kk"] = "Acme" },
        Currencies = [new CurrencyLimit(new Currency("UAH"), 100), new CurrencyLimit(new Currency("JPY"), 50)],
        Refunds = RefundSupport.Partial,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(1),
        PageHosts = ["$setting:apiUrl"],
    };

    protected override SettingsReading<AcmeSettings> Read(IPluginHost host) => AcmeSettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<AcmeSettings> call) =>
        AcmeDialect.Instance.ToProbe(await new AcmeClient(call).GetAsync("account").ConfigureAwait(false), AcmeSettings.ApiKeyName);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<AcmeSettings> call) => Payments.StartAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<AcmeSettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<AcmeSettings> call) => Payments.QueryAsync(query, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<AcmeSettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<AcmeSettings> call) => Task.FromResult(Webhooks.Read(message, call.Settings));
}
