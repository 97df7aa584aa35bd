using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Plugins;

namespace BillingHeadless.Server.Documents;

/// <summary>Calls the plugins that make files of documents. Never inside a transaction.</summary>
public sealed class DocumentGenerators(PluginRack plugins, PluginCaller caller, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>What the generator of a format declares, or null when nothing makes that format.</summary>
    public DocumentCard? CardOf(string format) => Find(format)?.Current?.Card as DocumentCard;

    public Task<CallResult<DocumentOutcome>> Generate(Merchant merchant, string format, DocumentRequest request, CancellationToken cancel) =>
        Call<DocumentOutcome>(merchant.Id.Value, merchant.IsTest, format, (port, host, token) => port.GenerateAsync(request, host, token), cancel);

    /// <summary>What of a template's HTML cannot be laid out.</summary>
    public Task<CallResult<IReadOnlyList<DocumentProblem>>> Check(Merchant merchant, string format, string html, CancellationToken cancel) =>
        Call<IReadOnlyList<DocumentProblem>>(merchant.Id.Value, merchant.IsTest, format, (port, host, token) => port.CheckHtmlAsync(html, host, token), cancel);

    public Task<CallResult<GeneratorReadiness>> AskReadiness(string format, CancellationToken cancel) =>
        Call<GeneratorReadiness>("", testMode: false, format, (port, host, token) => port.CheckReadinessAsync(host, token), cancel);

    private PluginSlot? Find(string format) =>
        plugins.Catalogue.OfKind(PluginKind.DocumentGenerator).FirstOrDefault(slot => slot.Current?.Card is DocumentCard card && card.Format == format);

    private async Task<CallResult<T>> Call<T>(
        string merchantId, bool testMode, string format, PortCall<IDocumentGenerator, T> call, CancellationToken cancel)
        where T : class
    {
        if (Find(format) is not { } slot)
        {
            return new CallResult<T>(null, new PluginFault(PluginFaultKind.NotLoaded, $"No plugin makes documents of the format {format}."));
        }

        var scope = new PluginScope
        {
            MerchantId = merchantId,
            TestMode = testMode,
            Settings = new Dictionary<string, string>(),
            Clock = time,
            Log = new PluginLog(logs.CreateLogger($"Plugin.{slot.Id}")),
            Budget = Limits.DocumentCall,
        };
        return await caller.CallAsync(slot, scope, call, cancel);
    }
}
