using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>
/// The gateway to the sandbox provider: test money, test cards, and on demand everything that goes wrong with real ones. It serves
/// merchants in test mode only.
/// </summary>
public sealed class SandboxGateway : GatewayBase<SandboxSettings>
{
    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Тестова оплата",
            ["en"] = "Test payment",
            ["ru"] = "Тестовая оплата",
            ["kk"] = "Сынақ төлемі",
        },
        Refunds = RefundSupport.Partial,
        Wallets = [Wallet.ApplePay, Wallet.GooglePay, Wallet.SamsungPay],
        SavedMethods = true,
        ForgetsMethods = true,
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromSeconds(2),
        TestModeOnly = true,
        PageHosts = [$"$setting:{SandboxSettings.BaseUrlName}"],
    };

    protected override SettingsReading<SandboxSettings> Read(IPluginHost host) => SandboxSettings.Read(host);

    protected override async Task<GatewayProbe> ProbeAsync(GatewayCall<SandboxSettings> call) =>
        await new ProviderClient(call).OpenAccountAsync().ConfigureAwait(false) switch
        {
            Answered { Status: 409 or 422 } refused => Probes.NotUsable(
                SandboxSettings.SigningSecretName, SandboxDialect.ProblemOf(refused)?.Detail ?? "The provider refused the signing secret."),
            var reply => Payments.Dialect.ToProbe(reply, SandboxSettings.ApiKeyName),
        };

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<SandboxSettings> call) => Payments.StartAsync(command, call);

    protected override Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<SandboxSettings> call) => Payments.ChargeAsync(command, call);

    protected override Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<SandboxSettings> call) => Payments.ForgetAsync(command, call);

    protected override Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<SandboxSettings> call) => Refunds.CreateAsync(command, call);

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<SandboxSettings> call) => Payments.QueryAsync(query.Key, call);

    protected override Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<SandboxSettings> call) => Refunds.QueryAsync(query.Key, call);

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<SandboxSettings> call) =>
        Task.FromResult(Callbacks.Read(message, call.Settings, call.Now));
}
