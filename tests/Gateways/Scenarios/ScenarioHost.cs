using System.Collections.Concurrent;
using BillingHeadless.Plugins;
using BillingHeadless.Tests.ProviderStubs.Wire;

namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>What the real host lends to a plugin, made by hand for one merchant.</summary>
public sealed class ScenarioHost(IReadOnlyDictionary<string, string> settings, TimeSpan budget) : IPluginHost, IPluginLog, IDisposable
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public string MerchantId { get; init; } = "mer_test";

    public bool TestMode { get; init; } = true;

    public PluginSettings Settings { get; } = new(settings);

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = budget };

    public MovableClock Time { get; init; } = new();

    public TimeProvider Clock => Time;

    public IPluginLog Log => this;

    public TimeSpan Budget => budget;

    public void Information(string message) => Lines.Enqueue(message);

    public void Warning(string message) => Lines.Enqueue(message);

    public void Dispose() => Http.Dispose();
}

/// <summary>The providers' time, unless a scenario moves it.</summary>
public sealed class MovableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = StubTime.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
