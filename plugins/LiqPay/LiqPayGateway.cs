using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>LiqPay: a signed form, signed callbacks, refunds that are known by their total.</summary>
public sealed class LiqPayGateway : GatewayBase<LiqPaySettings>
{
    /// <summary>An order that nobody has.</summary>
    private const string NobodysOrder = "probe-of-the-keys";

    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Картка, Apple Pay, Google Pay (LiqPay)",
            ["en"] = "Card, Apple Pay, Google Pay (LiqPay)",
            ["ru"] = "Карта, Apple Pay, Google Pay (LiqPay)",
            ["kk"] = "Карта, Apple Pay, Google Pay (LiqPay)",
        },
        Currencies = [new CurrencyLimit(new Currency("UAH")), new CurrencyLimit(new Currency("USD")), new CurrencyLimit(new Currency("EUR"))],
        Refunds = RefundSupport.Partial,
        RefundTracking = RefundTracking.ByTotal,
        Wallets = [Wallet.ApplePay, Wallet.GooglePay],
        SavedMethods = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(5),
        PageHosts = ["$setting:apiUrl"],
    };

    protected override SettingsReading<LiqPaySettings> Read(IPluginHost host) => LiqPaySettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<LiqPaySettings> call)
    {
        var reply = await LiqPayClient.StatusAsync(NobodysOrder, call).ConfigureAwait(false);
        if (reply is not Answered { IsSuccess: true } answered || LiqPayAnswer.Read(answered.Body) is not { } answer)
        {
            return LiqPayDialect.Instance.ToProbe(reply is Answered { IsSuccess: true } ? new NobodyKnows(UnknownKind.UnparsableReply) : reply, LiqPaySettings.PrivateKeyName);
        }

        return LiqPayDialect.SettingToBlame(answer.ErrorCode) is { } setting ? Probes.NotUsable(setting, $"LiqPay refuses it: {answer.ErrorCode}.") : GatewayProbe.Usable;
    }

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<LiqPaySettings> call) => Task.FromResult(Payments.MakeForm(command, call));

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<LiqPaySettings> call) => Payments.ChargeAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<LiqPaySettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<LiqPaySettings> call) => Payments.QueryAsync(query.Key, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<LiqPaySettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<LiqPaySettings> call) => Task.FromResult(Callbacks.Read(message, call));
}
