using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>
/// The gateway to the sandbox provider: test money, test cards, and on demand everything that goes wrong with real ones. It serves
/// merchants in test mode only.
/// </summary>
public sealed class SandboxGateway : IPaymentGateway
{
    private const string LiveMode = "liveMode";
    private const string TestMerchantsOnly = "The sandbox gateway moves no real money: it serves merchants in test mode only.";

    public GatewayCard Describe() => new()
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
        StatusQuery = true,
        SettlingDelay = TimeSpan.FromSeconds(2),
        TestModeOnly = true,
        PageHosts = [$"$setting:{SandboxSettings.BaseUrlName}"],
    };

    public async ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel)
    {
        if (!host.TestMode)
        {
            return NotUsable(SandboxSettings.BaseUrlName, TestMerchantsOnly);
        }

        if (SandboxSettings.Read(host.Settings) is not { } settings)
        {
            return NotUsable(SandboxSettings.BaseUrlName, SandboxSettings.WhatIsNeeded);
        }

        return await new ProviderClient(host, settings).OpenAccountAsync(cancel).ConfigureAwait(false) switch
        {
            Answered { IsSuccess: true } => GatewayProbe.Usable,
            Answered { Status: 401 or 403 } refused => NotUsable(SandboxSettings.ApiKeyName, refused.Detail),
            Answered { Status: 409 or 422 } refused => NotUsable(SandboxSettings.SigningSecretName, refused.Detail),
            _ => GatewayProbe.CannotTell,
        };
    }

    public async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        if (!host.TestMode)
        {
            return new NotSent(NotSentKind.NotConfigured) { Detail = TestMerchantsOnly };
        }

        if (SandboxSettings.Read(host.Settings) is not { } settings)
        {
            return new NotSent(NotSentKind.NotConfigured) { Detail = SandboxSettings.WhatIsNeeded };
        }

        return command switch
        {
            StartPayment start => await Payments.StartAsync(start, settings, host, cancel).ConfigureAwait(false),
            RefundPayment refund => await Refunds.CreateAsync(refund, settings, host, cancel).ConfigureAwait(false),
            _ => new Unsupported(command.GetType().Name),
        };
    }

    public async ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel)
    {
        if (!host.TestMode)
        {
            return new Unsupported(LiveMode);
        }

        if (SandboxSettings.Read(host.Settings) is not { } settings)
        {
            return new Unknown(UnknownKind.PluginFailed);
        }

        var client = new ProviderClient(host, settings);
        return query.Kind switch
        {
            OperationKind.Payment => await Payments.QueryAsync(query.Key, client, cancel).ConfigureAwait(false),
            OperationKind.Refund => await Refunds.QueryAsync(query.Key, client, cancel).ConfigureAwait(false),
            _ => new Unsupported(query.Kind.ToString()),
        };
    }

    public ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel)
    {
        var settings = host.TestMode ? SandboxSettings.Read(host.Settings) : null;
        return ValueTask.FromResult(settings is null ? Inbound.Refused : Callbacks.Read(message, settings, host.Clock.GetUtcNow()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static GatewayProbe NotUsable(string setting, string problem) =>
        new(ProbeVerdict.NotUsable, new Dictionary<string, string> { [setting] = problem });
}
