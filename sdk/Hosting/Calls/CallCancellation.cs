namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// The cancellation of one call, after its budget, with its caller or with its version. The plugin gets a token of its own: what
/// it registers there is its code, and it must neither run on the host's timers nor stay on the host's tokens.
/// </summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly CancellationTokenSource budget;
    private readonly CancellationTokenSource causes;
    private readonly CancellationTokenRegistration registration;
    private readonly IPluginLog log;

    // Never disposed, since a plugin that hangs may still use it; it holds nothing that needs to be.
    private readonly CancellationTokenSource plugins = new();

    public CallCancellation(TimeSpan time, TimeProvider clock, IPluginLog log, params ReadOnlySpan<CancellationToken> others)
    {
        this.log = log;
        budget = new CancellationTokenSource(time, clock);
        causes = CancellationTokenSource.CreateLinkedTokenSource([budget.Token, .. others]);
        registration = causes.Token.UnsafeRegister(static self => ((CallCancellation)self!).Cancel(), this);
    }

    /// <summary>What the plugin sees.</summary>
    public CancellationToken Token => plugins.Token;

    /// <summary>Cancels the plugin's work, on a thread that nobody waits for.</summary>
    public void Cancel() => Task.Run(CancelContained);

    public void Dispose()
    {
        registration.Dispose();
        causes.Dispose();
        budget.Dispose();
    }

    private void CancelContained()
    {
        try
        {
            plugins.Cancel();
        }
        catch (AggregateException thrown)
        {
            log.Warning($"The plugin threw when it was cancelled. {PluginText.Of(thrown.InnerExceptions[0])}");
        }
    }
}
