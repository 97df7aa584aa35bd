namespace BillingHeadless.Plugins.Hosting;

/// <summary>What a plugin is lent for one call. Disposing of it ends the loan: pending requests are cancelled, new ones throw.</summary>
internal sealed class PluginHost : IPluginHost, IDisposable
{
    private readonly HostGuard guard;

    public PluginHost(PluginManifest manifest, PluginScope scope, PluginEgress egress, IPluginLog log, PluginHealth? health, CancellationToken end)
    {
        var complete = scope with { Settings = manifest.Settings.WithDefaults(scope.Settings) };
        guard = new HostGuard(manifest, complete, egress, health, end);
        MerchantId = scope.MerchantId;
        TestMode = scope.TestMode;
        Settings = new PluginSettings(complete.Settings);
        Http = new HttpClient(guard, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = HostingLimits.ResponseBytes };
        Clock = scope.Clock;
        Log = log;
        Budget = scope.Budget;
    }

    public string MerchantId { get; }

    public bool TestMode { get; }

    public PluginSettings Settings { get; }

    public HttpClient Http { get; }

    public TimeProvider Clock { get; }

    public IPluginLog Log { get; }

    public TimeSpan Budget { get; }

    // The guard stays undisposed: it would close the connections, which belong to the egress.
    public void Dispose() => Http.Dispose();
}
