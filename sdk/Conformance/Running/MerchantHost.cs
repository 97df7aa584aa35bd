using System.Collections.Concurrent;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Running;

/// <summary>One merchant with settings, a clock and a log, as the plugin sees it.</summary>
/// <param name="settings">By name.</param>
/// <param name="budget">For one call.</param>
public sealed class MerchantHost(IReadOnlyDictionary<string, string> settings, TimeSpan budget) : IPluginHost, IPluginLog, IDisposable
{
    /// <summary>All that the plugin has said, as it said it.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Hosts that the plugin wanted to call and may not.</summary>
    public ConcurrentQueue<string> RefusedCalls { get; } = [];

    /// <inheritdoc/>
    public string MerchantId { get; init; } = "mer_test";

    /// <inheritdoc/>
    public bool TestMode => true;

    /// <inheritdoc/>
    public PluginSettings Settings { get; } = new(settings);

    /// <summary>For a plugin that is called without a host; the real host lends its own.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = budget };

    /// <summary>The clock, to be moved.</summary>
    public MovableClock Time { get; init; } = new();

    /// <inheritdoc/>
    public TimeProvider Clock => Time;

    /// <inheritdoc/>
    public IPluginLog Log => this;

    /// <inheritdoc/>
    public TimeSpan Budget => budget;

    internal PluginScope Scope => new()
    {
        MerchantId = MerchantId,
        TestMode = TestMode,
        Settings = settings,
        Clock = Time,
        Log = this,
        Budget = budget,
    };

    /// <inheritdoc/>
    public void Information(string message) => Lines.Enqueue(message);

    /// <inheritdoc/>
    public void Warning(string message) => Lines.Enqueue(message);

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}

/// <summary>The providers' time, unless an assertion moves it.</summary>
public sealed class MovableClock : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = StubTime.Now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
