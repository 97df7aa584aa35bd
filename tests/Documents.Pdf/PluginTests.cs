using System.Text;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

/// <summary>The plugin as it ships: from its folder, in a load context of its own.</summary>
public sealed class PluginTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plugins", "documents-pdf");

    private readonly PluginEgress egress = new();

    public void Dispose() => egress.Dispose();

    [Fact]
    public void Its_manifest_is_flawless()
    {
        var reading = ManifestReader.Read(File.ReadAllBytes(Path.Combine(Folder, "plugin.json")));

        Assert.Empty(reading.Problems);
        Assert.Equal(PluginKind.DocumentGenerator, reading.Manifest!.Kind);
        Assert.Equal(["en", "kk", "ru", "uk"], reading.Manifest.Titles.Keys.Order());
    }

    [Fact]
    public async Task It_makes_documents_from_its_folder_and_leaves_the_memory_when_it_is_unloaded()
    {
        var plugin = await LoadAsync();
        Assert.Equal(new DocumentCard("pdf", "application/pdf", ReadsHtml: true), plugin.Card);

        Assert.Equal("%PDF-1.7", await GenerateAsync(plugin, $"<h1>Акт</h1><table><tr><td>1</td></tr></table><img src=\"{Drawings.Seal}\">"));
        Assert.True(await RefusesAsync(plugin, "<script>alert(1)</script>"));

        var watch = await plugin.UnloadAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        Assert.Null(watch.DisposeFailure);
        Assert.True(await watch.IsCollectedAsync(CancellationToken.None), "Something still pins the plugin.");
    }

    private static async Task<LoadedPlugin> LoadAsync()
    {
        var loading = await new PluginLoader(TimeProvider.System).LoadAsync(Folder, CancellationToken.None);
        return loading.Plugin ?? throw new InvalidOperationException(string.Join('\n', loading.Failure!.Sentences));
    }

    private async Task<string> GenerateAsync(LoadedPlugin plugin, string html)
    {
        var result = await CallAsync<DocumentOutcome>(plugin, (generator, host, cancel) => generator.GenerateAsync(Requests.For(html), host, cancel));
        var generated = Assert.IsType<DocumentGenerated>(result);
        return Encoding.ASCII.GetString(generated.Content.Span[..8]);
    }

    private async Task<bool> RefusesAsync(LoadedPlugin plugin, string html) =>
        (await CallAsync<IReadOnlyList<DocumentProblem>>(plugin, (generator, host, cancel) => generator.CheckHtmlAsync(html, host, cancel))).Count > 0;

    private async Task<TAnswer> CallAsync<TAnswer>(LoadedPlugin plugin, PortCall<IDocumentGenerator, TAnswer> call)
        where TAnswer : class
    {
        var scope = new PluginScope
        {
            MerchantId = "mer_test",
            TestMode = true,
            Settings = new Dictionary<string, string>(),
            Clock = TimeProvider.System,
            Log = new TestHost(),
            Budget = TimeSpan.FromSeconds(30),
        };
        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync(plugin, scope, call, CancellationToken.None);
        return result.Answer ?? throw new InvalidOperationException(result.Fault?.Text);
    }
}
