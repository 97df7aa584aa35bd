using System.Collections.Concurrent;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>What the real host lends to a plugin, made by hand for one merchant.</summary>
public sealed class TestHost(IReadOnlyDictionary<string, string> settings, TimeProvider clock, TimeSpan budget) : IPluginHost, IPluginLog, IDisposable
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public string MerchantId => "mer_test";

    public bool TestMode { get; init; } = true;

    public PluginSettings Settings { get; } = new(settings);

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = budget };

    public TimeProvider Clock => clock;

    public IPluginLog Log => this;

    public TimeSpan Budget => budget;

    public void Information(string message) => Lines.Enqueue(message);

    public void Warning(string message) => Lines.Enqueue(message);

    public void Dispose() => Http.Dispose();
}
