namespace BillingHeadless.Plugins.Gateways;

/// <summary>
/// A payment gateway. One object per loaded version serves all merchants and many calls at once: it holds no merchant's
/// data, but for a small cache of public things by merchant, such as a provider's public key, which it may lose at any time. It has a
/// parameterless constructor that does nothing slow.
/// <para>
/// The host stores an operation before it calls, and stores the answer after it. An exception, a time-out or a crash
/// counts as <see cref="Unknown"/>: the host then asks <see cref="QueryAsync"/> until it knows. So answer
/// <see cref="NotSent"/> only when it is proven that the provider did nothing.
/// </para>
/// </summary>
public interface IPaymentGateway : IAsyncDisposable
{
    /// <summary>What the gateway can do. Pure: no network, no clock, the same answer every time.</summary>
    GatewayCard Describe();

    /// <summary>Whether the merchant's settings are usable. Says "cannot tell" when the provider is not reachable.</summary>
    ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel);

    /// <summary>
    /// Carries out one command. The same <see cref="OperationKey.IdempotencyKey"/> may come again: money moves once. (Refunds are as the
    /// card's <see cref="GatewayCard.RefundTracking"/> says.) A command that the plugin does not know is answered with <see cref="Unsupported"/>.
    /// </summary>
    ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel);

    /// <summary>
    /// Asks the provider what became of an operation, by our reference alone if need be. Has no effect. A payment that only waits for the
    /// buyer is never <see cref="NotFound"/>: where the provider does not know it before the buyer has come, the plugin notes in
    /// <see cref="GatewayOutcome.ProviderState"/> until when it can be paid, and says <see cref="Pending"/> until then.
    /// </summary>
    ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel);

    /// <summary>
    /// Reads a message of the provider (a callback, or what the buyer's browser brings back), checks that it is genuine
    /// over the raw bytes, and says what it proves. Has no effect at the provider but for reading. A message that is not signed proves
    /// nothing: it says what to read again, and only what is read counts. When that is not possible now, the reply asks the provider to
    /// send it later.
    /// </summary>
    ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel);
}
