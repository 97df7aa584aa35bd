using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>Robokassa: a signed form, whole numbers as references, results by GET, refunds by signed tokens.</summary>
public sealed class RobokassaGateway : GatewayBase<RobokassaSettings>
{
    private const int LongestReference = 10;

    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string> { ["uk"] = "Robokassa", ["en"] = "Robokassa", ["ru"] = "Robokassa", ["kk"] = "Robokassa" },
        Currencies = [new CurrencyLimit(new Currency("RUB")), new CurrencyLimit(new Currency("KZT"))],
        Refunds = RefundSupport.Partial,
        RefundTracking = RefundTracking.ByAnswer,
        SavedMethods = true,
        Receipts = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(5),
        Reference = new ReferenceRule(LongestReference, DigitsOnly: true),
        PageHosts = ["$setting:paymentUrl"],
    };

    protected override SettingsReading<RobokassaSettings> Read(IPluginHost host) => RobokassaSettings.Read(host);

    protected override Task<GatewayProbe> ProbeAsync(GatewayCall<RobokassaSettings> call) => Payments.ProbeAsync(call);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<RobokassaSettings> call) => Task.FromResult(PaymentForm.Make(command, call));

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<RobokassaSettings> call) => Payments.RepeatAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<RobokassaSettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<RobokassaSettings> call) => Payments.QueryAsync(query, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<RobokassaSettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<RobokassaSettings> call) => Task.FromResult(Results.Read(message, call));
}
