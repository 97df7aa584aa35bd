using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Stripe: its hosted Checkout page, refunds, kept cards.</summary>
public sealed class StripeGateway : GatewayBase<StripeSettings>
{
    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Картка, Apple Pay, Google Pay (Stripe)",
            ["en"] = "Card, Apple Pay, Google Pay (Stripe)",
            ["ru"] = "Карта, Apple Pay, Google Pay (Stripe)",
            ["kk"] = "Карта, Apple Pay, Google Pay (Stripe)",
        },
        Currencies = StripeCurrencies.All,
        Refunds = RefundSupport.Partial,
        Wallets = [Wallet.ApplePay, Wallet.GooglePay, Wallet.SamsungPay],
        SavedMethods = true,
        ForgetsMethods = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromMinutes(1),
        PageHosts = ["https://checkout.stripe.com"],
    };

    protected override SettingsReading<StripeSettings> Read(IPluginHost host) => StripeSettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<StripeSettings> call) =>
        StripeDialect.Instance.ToProbe(
            await new StripeClient(call).GetAsync("v1/checkout/sessions?limit=1").ConfigureAwait(false), StripeSettings.SecretKeyName);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<StripeSettings> call) => Checkouts.StartAsync(command, call);

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<StripeSettings> call) => Intents.ChargeAsync(command, call);

    protected override Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<StripeSettings> call) => Intents.ForgetAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<StripeSettings> call) => Refunds.CreateAsync(command, call);

    // Whether it began on a page or with a kept method is seen by its reference; without one, both are looked through.
    protected override async Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<StripeSettings> call)
    {
        if (query.Key.ProviderReference?.StartsWith("pi_", StringComparison.Ordinal) == true)
        {
            return await Intents.QueryAsync(query, call).ConfigureAwait(false);
        }

        var outcome = await Checkouts.QueryAsync(query, call).ConfigureAwait(false);
        return outcome is NotFound && query.Key.ProviderReference is null ? await Intents.QueryAsync(query, call).ConfigureAwait(false) : outcome;
    }

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<StripeSettings> call) => Refunds.QueryAsync(query, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<StripeSettings> call) => Webhooks.ReadAsync(message, call);
}
