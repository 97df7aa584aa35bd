using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>A host that lends nothing but a log and refuses the network.</summary>
internal sealed class TestHost : IPluginHost, IPluginLog
{
    public List<string> Warnings { get; } = [];

    public string MerchantId => "mer_test";

    public bool TestMode => true;

    public PluginSettings Settings { get; } = new(new Dictionary<string, string>());

    public HttpClient Http => throw new InvalidOperationException("A document is made without the network.");

    public TimeProvider Clock => throw new InvalidOperationException("A document has its date from the request, not from a clock.");

    public IPluginLog Log => this;

    public TimeSpan Budget => TimeSpan.FromSeconds(10);

    public void Information(string message)
    {
    }

    public void Warning(string message) => Warnings.Add(message);
}
