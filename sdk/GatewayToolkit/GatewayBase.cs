using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>
/// What is the same in every gateway: settings are read first, a command that the card does not allow is refused before anything is sent,
/// and each command has a method of its own. What is not overridden is unsupported.
/// </summary>
/// <typeparam name="TSettings">The merchant's settings, read and checked.</typeparam>
public abstract class GatewayBase<TSettings> : IPaymentGateway
    where TSettings : class
{
    /// <inheritdoc/>
    public abstract GatewayCard Describe();

    /// <inheritdoc/>
    public async ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel)
    {
        var reading = Read(host);
        return reading.Settings is { } settings
            ? await ProbeAsync(new GatewayCall<TSettings>(settings, host, cancel)).ConfigureAwait(false)
            : Probes.NotUsable(reading.Setting, reading.Problem);
    }

    /// <inheritdoc/>
    public async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return new NotSent(NotSentKind.Cancelled) { Detail = "The call was cancelled before anything was sent." };
        }

        var reading = Read(host);
        if (reading.Settings is not { } settings)
        {
            return new NotSent(NotSentKind.NotConfigured) { Detail = reading.Problem };
        }

        return AmountRules.Refuse(command, Describe()) is { } refusal
            ? new NotSent(NotSentKind.InvalidRequest) { Detail = refusal }
            : await ExecuteAsync(command, new GatewayCall<TSettings>(settings, host, cancel)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel)
    {
        if (Read(host).Settings is not { } settings)
        {
            return new Unknown(UnknownKind.PluginFailed);
        }

        var call = new GatewayCall<TSettings>(settings, host, cancel);
        return query.Kind switch
        {
            OperationKind.Payment => await QueryPaymentAsync(query, call).ConfigureAwait(false),
            OperationKind.Refund => await QueryRefundAsync(query, call).ConfigureAwait(false),
            _ => new Unsupported(query.Kind.ToString()),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel)
    {
        // What a browser carries is not signed by most providers: that the buyer is back says only that it is time to ask.
        if (message.Kind == InboundKind.BrowserReturn)
        {
            return new Inbound(false, [], new InboundReply(200));
        }

        return Read(host).Settings is { } settings
            ? await ReceiveAsync(message, new GatewayCall<TSettings>(settings, host, cancel)).ConfigureAwait(false)
            : Inbound.Refused;
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads the settings; whether they suit the merchant's mode is a part of it.</summary>
    protected abstract SettingsReading<TSettings> Read(IPluginHost host);

    /// <summary>Whether the provider takes the credentials.</summary>
    protected abstract Task<GatewayProbe> ProbeAsync(GatewayCall<TSettings> call);

    /// <summary>Begins a payment with the buyer present.</summary>
    protected abstract Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<TSettings> call);

    /// <summary>Charges a kept method.</summary>
    protected virtual Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<TSettings> call) => Unsupported(command);

    /// <summary>Makes the provider forget a kept method.</summary>
    protected virtual Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<TSettings> call) => Unsupported(command);

    /// <summary>Returns money.</summary>
    protected virtual Task<GatewayOutcome> RefundAsync(RefundPayment command, GatewayCall<TSettings> call) => Unsupported(command);

    /// <summary>Asks about a payment.</summary>
    protected abstract Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<TSettings> call);

    /// <summary>Asks about a refund.</summary>
    protected virtual Task<GatewayOutcome> QueryRefundAsync(GatewayQuery query, GatewayCall<TSettings> call) =>
        Task.FromResult<GatewayOutcome>(new Unsupported(nameof(OperationKind.Refund)));

    /// <summary>Reads a callback.</summary>
    protected abstract Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<TSettings> call);

    private static Task<GatewayOutcome> Unsupported(GatewayCommand command) => Task.FromResult<GatewayOutcome>(new Unsupported(command.GetType().Name));

    private Task<GatewayOutcome> ExecuteAsync(GatewayCommand command, GatewayCall<TSettings> call) => command switch
    {
        StartPayment start => StartAsync(start, call),
        ChargeSavedMethod charge => ChargeAsync(charge, call),
        ForgetMethod forget => ForgetAsync(forget, call),
        RefundPayment refund => RefundAsync(refund, call),
        _ => Unsupported(command),
    };
}

/// <summary>What one call works with.</summary>
/// <param name="Settings">The merchant's.</param>
/// <param name="Host">Lent for this call.</param>
/// <param name="Cancel">Ends it.</param>
public sealed record GatewayCall<TSettings>(TSettings Settings, IPluginHost Host, CancellationToken Cancel)
    where TSettings : class
{
    /// <summary>The way to the provider.</summary>
    public ProviderExchange Exchange { get; } = new(Host, Cancel);

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Host.Clock.GetUtcNow();
}
